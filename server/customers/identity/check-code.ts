import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { identityCodes } from "@/db/schema";
import { sameSecret } from "@/server/auth/same-secret";
import type { ServiceContext } from "@/server/context";
import { CODE_TRIES, type CodePurpose, hashCode } from "./one-time-code";

export type CodeCheck = "right" | "wrong" | "spent";

/**
 * Tries a code against the conversation's newest one. The try is counted before the code is looked at, in one statement,
 * so that guesses sent at once share the three tries. `spent`: used up, expired, or never asked for.
 */
export async function checkCode(
  db: Executor,
  ctx: Pick<ServiceContext, "now">,
  input: { conversationId: string; purpose: CodePurpose; code: string },
): Promise<CodeCheck> {
  const { conversationId, purpose, code } = input;
  const newest = db
    .select({ id: identityCodes.id })
    .from(identityCodes)
    .where(and(eq(identityCodes.conversationId, conversationId), eq(identityCodes.purpose, purpose)))
    .orderBy(desc(identityCodes.createdAt), desc(identityCodes.id))
    .limit(1);
  const [row] = await db
    .update(identityCodes)
    .set({ tries: sql`${identityCodes.tries} + 1` })
    .where(
      and(
        sql`${identityCodes.id} = (${newest})`,
        lt(identityCodes.tries, CODE_TRIES),
        gt(identityCodes.expiresAt, ctx.now),
        isNull(identityCodes.usedAt),
      ),
    )
    .returning();
  if (!row) return "spent";
  if (!sameSecret(row.codeHash, await hashCode(row, code))) return row.tries < CODE_TRIES ? "wrong" : "spent";
  const [used] = await db
    .update(identityCodes)
    .set({ usedAt: ctx.now })
    .where(and(eq(identityCodes.id, row.id), isNull(identityCodes.usedAt)))
    .returning({ id: identityCodes.id });
  return used ? "right" : "spent";
}
