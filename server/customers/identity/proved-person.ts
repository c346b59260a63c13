import { and, asc, desc, eq, gt, isNotNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { customerIdentities, identityCodes } from "@/db/schema";
import { normaliseEmail } from "@/lib/contact";
import { decryptField, hashField } from "@/lib/crypto";
import type { ServiceContext } from "@/server/context";
import { PROOF_MINUTES } from "./one-time-code";
import { CODE_ADDRESS } from "./send-code";

const IDENTITY = "customer_identities.external_id";

/** Who a customer proved to be: whose record, and which address or account of the company's own. */
export type ProvedPerson = { customerId: string | null; email: string | null; account: string | null };

async function identityOf(db: Executor, customerId: string, channel: "account" | "email"): Promise<string | null> {
  const [row] = await db
    .select({ sealed: customerIdentities.externalIdEncrypted })
    .from(customerIdentities)
    .where(
      and(
        eq(customerIdentities.customerId, customerId),
        eq(customerIdentities.channel, channel),
        isNotNull(customerIdentities.verifiedAt),
      ),
    )
    .orderBy(asc(customerIdentities.createdAt))
    .limit(1);
  return row ? decryptField(row.sealed, IDENTITY) : null;
}

/**
 * Who is proved to be writing in a conversation: the person a signed identity token named when the session began, else
 * the one whose one-time code held here in the last hour. Null for a visitor.
 */
export async function provedPerson(
  db: Executor,
  ctx: Pick<ServiceContext, "now">,
  conversation: { id: string; customerId: string },
): Promise<ProvedPerson | null> {
  const account = await identityOf(db, conversation.customerId, "account");
  if (account !== null) {
    const { customerId } = conversation;
    return { customerId, account, email: await identityOf(db, customerId, "email") };
  }
  const since = new Date(ctx.now.getTime() - PROOF_MINUTES * 60_000);
  const [code] = await db
    .select({ customerId: identityCodes.customerId, sealed: identityCodes.addressEncrypted })
    .from(identityCodes)
    .where(
      and(
        eq(identityCodes.conversationId, conversation.id),
        eq(identityCodes.purpose, "identity"),
        gt(identityCodes.usedAt, since),
      ),
    )
    .orderBy(desc(identityCodes.usedAt))
    .limit(1);
  return code
    ? { customerId: code.customerId, account: null, email: await decryptField(code.sealed, CODE_ADDRESS) }
    : null;
}

/** The customer whose verified address this is; null for nobody's. */
export async function customerByEmail(db: Executor, email: string): Promise<string | null> {
  const [row] = await db
    .select({ customerId: customerIdentities.customerId })
    .from(customerIdentities)
    .where(
      and(
        eq(customerIdentities.channel, "email"),
        eq(customerIdentities.externalIdHash, await hashField(normaliseEmail(email))),
        isNotNull(customerIdentities.verifiedAt),
      ),
    );
  return row?.customerId ?? null;
}
