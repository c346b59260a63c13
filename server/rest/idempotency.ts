import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema";
import { hashToken } from "@/lib/crypto";
import { actorId, type ServiceContext } from "@/server/context";
import { conflict, invalid } from "@/server/errors";
import { json } from "./route";

/** A first call that has not replied within this long is taken for dead, and the next one may try. */
const ABANDONED_AFTER_MS = 60_000;
const KEY = /^[\x21-\x7e]{1,200}$/;

type Reply = { status: number; body: unknown };

/**
 * Runs a call at most once for an Idempotency-Key: later calls get the first reply, word for word.
 * Without the header the call simply runs.
 * @throws ServiceError invalid `idempotency_key_reused` for another request; conflict `request_in_progress`.
 */
export async function idempotently(
  ctx: ServiceContext,
  request: Request,
  input: unknown,
  run: () => Promise<Reply>,
): Promise<Response> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return toResponse(await run());
  if (!KEY.test(key)) throw invalid("invalid_idempotency_key");
  const actor = `${ctx.actor.kind}:${actorId(ctx.actor) ?? ""}`;
  const mine = and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key));
  const requestHash = await hashToken(JSON.stringify([new URL(request.url).pathname, input]));
  const taken = await ctx.db
    .insert(idempotencyKeys)
    .values({ actor, key, requestHash, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [idempotencyKeys.actor, idempotencyKeys.key],
      set: { createdAt: ctx.now },
      setWhere: and(
        isNull(idempotencyKeys.status),
        lt(idempotencyKeys.createdAt, new Date(ctx.now.getTime() - ABANDONED_AFTER_MS)),
        eq(idempotencyKeys.requestHash, requestHash),
      ),
    })
    .returning({ key: idempotencyKeys.key });
  if (taken.length === 0) return repeat(ctx, mine, requestHash);
  try {
    const reply = await run();
    await ctx.db.update(idempotencyKeys).set({ status: reply.status, response: reply.body }).where(mine);
    return toResponse(reply);
  } catch (error) {
    await ctx.db.delete(idempotencyKeys).where(and(mine, isNull(idempotencyKeys.status)));
    throw error;
  }
}

async function repeat(ctx: ServiceContext, mine: ReturnType<typeof and>, requestHash: string): Promise<Response> {
  const [row] = await ctx.db.select().from(idempotencyKeys).where(mine);
  if (row && row.requestHash !== requestHash) throw invalid("idempotency_key_reused");
  if (!row || row.status === null) throw conflict("request_in_progress");
  return toResponse({ status: row.status, body: row.response });
}

const toResponse = ({ status, body }: Reply): Response => json(status, body);

const KEPT_HOURS = 24;

/** Sweep: forgets keys older than a day. */
export async function forgetIdempotencyKeys(ctx: ServiceContext): Promise<number> {
  const rows = await ctx.db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql`${ctx.now}::timestamptz - make_interval(hours => ${KEPT_HOURS})`))
    .returning({ key: idempotencyKeys.key });
  return rows.length;
}
