import { asc, eq } from "drizzle-orm";
import { jwtVerify } from "jose";
import { z } from "zod";
import { inboxes } from "@/db/schema";
import { personNameSchema } from "@/lib/contracts/team";
import { decryptField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { isStorable } from "@/lib/text/storable";
import type { ServiceContext } from "@/server/context";
import { unauthorized } from "@/server/errors";

/** Who a company's own site says its visitor is. */
export type Identity = { subject: string; email?: string; name?: string };

const MAXIMUM_LIFE_SECONDS = 24 * 60 * 60;
const claimsSchema = z.object({
  sub: z.string().min(1).max(200).refine(isStorable),
  iat: z.number(),
  exp: z.number(),
  email: z.email().max(254).optional(),
  name: personNameSchema.optional(),
});

async function identitySecret(ctx: ServiceContext): Promise<string | undefined> {
  const configured = env().IDENTITY_SECRET;
  if (configured) return configured;
  const [inbox] = await ctx.db
    .select({ secret: inboxes.identitySecretEncrypted })
    .from(inboxes)
    .where(eq(inboxes.channel, "web"))
    .orderBy(asc(inboxes.id))
    .limit(1);
  return inbox?.secret ? decryptField(inbox.secret, "inboxes.identity_secret") : undefined;
}

/**
 * Verifies a signed identity (JWT, HS256 only, by the inbox's secret): `sub`, `iat` and `exp` are required and it may
 * live at most a day.
 * @throws ServiceError unauthorized `invalid_identity_token`, whatever is wrong.
 */
export async function verifyIdentityToken(ctx: ServiceContext, token: string): Promise<Identity> {
  const secret = await identitySecret(ctx);
  if (!secret) throw unauthorized("invalid_identity_token");
  const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ["HS256"],
    currentDate: ctx.now,
    clockTolerance: 5,
  }).catch(() => null);
  const claims = claimsSchema.safeParse(verified?.payload);
  const sane =
    claims.success &&
    claims.data.exp - claims.data.iat <= MAXIMUM_LIFE_SECONDS &&
    claims.data.iat <= ctx.now.getTime() / 1000 + 60;
  if (!sane) throw unauthorized("invalid_identity_token");
  return { subject: claims.data.sub, email: claims.data.email, name: claims.data.name };
}
