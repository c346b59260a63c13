import { and, desc, eq, isNull } from "drizzle-orm";
import { apiKeys, staff } from "@/db/schema";
import { hashField, hashToken, newToken } from "@/lib/crypto";
import { requirePermission, type ServiceContext } from "@/server/context";
import { forbidden, notFound } from "@/server/errors";

/** How an API key begins, so that it is never taken for a customer's token. */
export const API_KEY_PREFIX = "zk_";

/** One's own keys that still work; a key itself is shown only once, when it is made. */
export async function listApiKeys({ ctx }: { ctx: ServiceContext }) {
  const { actor } = requirePermission(ctx, "team:read");
  return ctx.db
    .select({ id: apiKeys.id, name: apiKeys.name, createdAt: apiKeys.createdAt })
    .from(apiKeys)
    .where(and(eq(apiKeys.staffId, actor.staffId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.id));
}

async function storeKey(ctx: ServiceContext, staffId: string, name: string): Promise<{ id: string; key: string }> {
  const key = `${API_KEY_PREFIX}${newToken()}`;
  const values = { staffId, name, keyHash: await hashToken(key), createdAt: ctx.now };
  const [row] = await ctx.db.insert(apiKeys).values(values).returning({ id: apiKeys.id });
  if (!row) throw new Error("Key not stored");
  return { id: row.id, key };
}

/** Makes a key that acts with one's own rights. @throws ServiceError forbidden when called with a key. */
export async function createApiKey({ ctx, input }: { ctx: ServiceContext; input: { name: string } }) {
  const { actor } = requirePermission(ctx, "team:read");
  if (actor.via === "apiKey") throw forbidden();
  return storeKey(ctx, actor.staffId, input.name);
}

/** For the operator at the machine: a key for the person with this address. @throws ServiceError not_found. */
export async function issueApiKey({
  ctx,
  input,
}: {
  ctx: ServiceContext<{ kind: "system" }>;
  input: { email: string; name: string };
}) {
  const [row] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.emailHash, await hashField(input.email)), isNull(staff.disabledAt)));
  if (!row) throw notFound("staff_not_found");
  return storeKey(ctx, row.id, input.name);
}

/** Ends one of one's own keys at once. @throws ServiceError not_found, also for other people's keys. */
export async function revokeApiKey({ ctx, input }: { ctx: ServiceContext; input: { keyId: string } }): Promise<void> {
  const { actor } = requirePermission(ctx, "team:read");
  const [row] = await ctx.db
    .update(apiKeys)
    .set({ revokedAt: ctx.now })
    .where(and(eq(apiKeys.id, input.keyId), eq(apiKeys.staffId, actor.staffId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (!row) throw notFound();
}
