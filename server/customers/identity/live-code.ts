import { and, desc, eq, gt, gte, isNull, lt } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { identityCodes } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { CODE_TRIES, type CodePurpose } from "./one-time-code";

/** What the newest code that a conversation was sent is for, as long as it may still be tried; null when none may. */
export async function liveCode(
  db: Executor,
  ctx: Pick<ServiceContext, "now">,
  { conversationId, since }: { conversationId: string; since: Date },
): Promise<CodePurpose | null> {
  const [code] = await db
    .select({ purpose: identityCodes.purpose })
    .from(identityCodes)
    .where(
      and(
        eq(identityCodes.conversationId, conversationId),
        gte(identityCodes.createdAt, since),
        gt(identityCodes.expiresAt, ctx.now),
        lt(identityCodes.tries, CODE_TRIES),
        isNull(identityCodes.usedAt),
      ),
    )
    .orderBy(desc(identityCodes.createdAt), desc(identityCodes.id))
    .limit(1);
  return code?.purpose ?? null;
}
