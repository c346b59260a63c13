import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema";
import { hashToken } from "@/lib/crypto";
import { pause } from "@/lib/pause";
import { actorId, type ServiceContext } from "@/server/context";
import { conflict, invalid } from "@/server/errors";
import { json } from "./route";

/** A first call that has not replied within this long is taken for dead, and the next one may try. */
const ABANDONED_AFTER_MS = 60_000;
const KEY = /^[\x21-\x7e]{1,200}$/;

type Reply = { status: number; body: unknown };

/** How long a call waits for the first one with its key to reply, and how often it looks. */
const PATIENCE_MS = 3_000;
const LOOK_MS = 50;

/**
 * Runs a call at most once for an Idempotency-Key: later calls get the first reply, word for word, also those that come
 * while the first still runs. A call whose first one failed runs itself. Without the header the call simply runs.
 * @throws ServiceError invalid `idempotency_key_reused` for another request; conflict `request_in_progress` when the
 * first call has not replied after three seconds.
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
  const requestHash = await hashToken(JSON.stringify([new URL(request.url).pathname, input]));
  const call = { actor, key, requestHash };
  for (let waited = 0; waited <= PATIENCE_MS; waited += LOOK_MS) {
    if (await take(ctx, call)) return toResponse(await runOnce(ctx, call, run));
    const reply = await firstReply(ctx, call);
    if (reply) return toResponse(reply);
    await pause(LOOK_MS);
  }
  throw conflict("request_in_progress");
}

type Call = { actor: string; key: string; requestHash: string };

const rowOf = ({ actor, key }: Call) => and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key));

/** Takes the key, unless an earlier call has it that still runs or has replied. */
async function take(ctx: ServiceContext, call: Call): Promise<boolean> {
  const taken = await ctx.db
    .insert(idempotencyKeys)
    .values({ ...call, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [idempotencyKeys.actor, idempotencyKeys.key],
      set: { createdAt: ctx.now },
      setWhere: and(
        isNull(idempotencyKeys.status),
        lt(idempotencyKeys.createdAt, new Date(ctx.now.getTime() - ABANDONED_AFTER_MS)),
        eq(idempotencyKeys.requestHash, call.requestHash),
      ),
    })
    .returning({ key: idempotencyKeys.key });
  return taken.length > 0;
}

async function runOnce(ctx: ServiceContext, call: Call, run: () => Promise<Reply>): Promise<Reply> {
  try {
    const reply = await run();
    await ctx.db.update(idempotencyKeys).set({ status: reply.status, response: reply.body }).where(rowOf(call));
    return reply;
  } catch (error) {
    await ctx.db.delete(idempotencyKeys).where(and(rowOf(call), isNull(idempotencyKeys.status)));
    throw error;
  }
}

/** The reply of the call that has the key; null while there is none. */
async function firstReply(ctx: ServiceContext, call: Call): Promise<Reply | null> {
  const [row] = await ctx.db.select().from(idempotencyKeys).where(rowOf(call));
  if (row && row.requestHash !== call.requestHash) throw invalid("idempotency_key_reused");
  return row && row.status !== null ? { status: row.status, body: row.response } : null;
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
