import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customerIdentities, customerSessions, customers } from "@/db/schema";
import { encryptField, hashField, hashToken, newToken } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { withTransaction } from "@/server/transaction";
import { type Identity, verifyIdentityToken } from "./verify-identity-token";

/** A session lives this long; a visitor who comes back later is a new visitor. */
export const SESSION_DAYS = 90;

async function knownCustomer(
  tx: Transaction,
  ctx: ServiceContext,
  identity: Identity,
  locale: Locale,
): Promise<string> {
  const externalIdHash = await hashField(identity.subject);
  const isThisAccount = and(
    eq(customerIdentities.channel, "account"),
    eq(customerIdentities.externalIdHash, externalIdHash),
  );
  const [existing] = await tx.select().from(customerIdentities).where(isThisAccount);
  if (existing) {
    if (identity.name)
      await tx.update(customers).set({ name: identity.name }).where(eq(customers.id, existing.customerId));
    return existing.customerId;
  }
  const customerId = await newCustomer(tx, locale, identity.name ?? null);
  const verified = { customerId, verifiedAt: ctx.now, verifiedBy: "identity_token" };
  const [claimed] = await tx
    .insert(customerIdentities)
    .values({
      ...verified,
      channel: "account",
      externalIdEncrypted: await encryptField(identity.subject, "customer_identities.external_id"),
      externalIdHash,
    })
    .onConflictDoNothing()
    .returning({ id: customerIdentities.id });
  if (!claimed) {
    await tx.delete(customers).where(eq(customers.id, customerId));
    const [winner] = await tx.select().from(customerIdentities).where(isThisAccount);
    if (!winner) throw new Error("Identity lost");
    return winner.customerId;
  }
  if (identity.email) {
    await tx
      .insert(customerIdentities)
      .values({
        ...verified,
        channel: "email",
        externalIdEncrypted: await encryptField(identity.email, "customer_identities.external_id"),
        externalIdHash: await hashField(identity.email),
      })
      .onConflictDoNothing();
  }
  return customerId;
}

async function newCustomer(tx: Transaction, locale: Locale, name: string | null): Promise<string> {
  const [row] = await tx.insert(customers).values({ locale, name }).returning({ id: customers.id });
  if (!row) throw new Error("Customer not stored");
  return row.id;
}

/** Gives a known customer a session in the caller's transaction. Returns the bearer token, shown only here. */
export async function openSession(
  tx: Transaction,
  ctx: ServiceContext,
  session: { customerId: string; locale: string },
): Promise<string> {
  const token = newToken();
  await tx.insert(customerSessions).values({
    ...session,
    tokenHash: await hashToken(token),
    expiresAt: new Date(ctx.now.getTime() + SESSION_DAYS * 86_400_000),
  });
  return token;
}

/**
 * Opens a session: for a new visitor, or for the person a signed identity token names.
 * @returns the bearer token, shown only here.
 * @throws ServiceError unauthorized `invalid_identity_token`.
 */
export async function createSession({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale; identityToken?: string };
}): Promise<{ token: string; customerId: string }> {
  const identity = input.identityToken ? await verifyIdentityToken(ctx, input.identityToken) : null;
  return withTransaction(ctx, async (tx) => {
    const customerId = identity
      ? await knownCustomer(tx, ctx, identity, input.locale)
      : await newCustomer(tx, input.locale, null);
    return { token: await openSession(tx, ctx, { customerId, locale: input.locale }), customerId };
  });
}
