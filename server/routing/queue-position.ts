import { sql } from "drizzle-orm";
import { CONVERSATION_STATUSES, type ConversationStatus, type QueueView } from "@/lib/contracts/conversations";
import type { ServiceContext } from "@/server/context";
import { agentState } from "./agent-state";
import { estimateWait } from "./estimate-wait";

type Queued = { id: string; status: ConversationStatus; queuedAt: Date | null };

const RECENT_HOURS = 4;
const QUEUED: ConversationStatus = CONVERSATION_STATUSES[1];

/** Orders the one queue everybody takes from, whatever group: urgent first, then who asked first. Over `c` (conversations). */
export const queueOrder = sql`c.priority desc, c.queued_at, c.id`;

/**
 * A queued conversation's place and the wait as a range; null when it is not queued. Every agent sees and takes the whole
 * queue in {@link queueOrder}, so the place counts everybody before it there: a group says whom it suits, not who may take it.
 */
export async function queuePosition(ctx: ServiceContext, conversation: Queued): Promise<QueueView | null> {
  if (conversation.status !== QUEUED || !conversation.queuedAt) return null;
  const result = await ctx.db.execute<{ ahead: number; online: number; pickups: number[] | null }>(sql`
    select
      (select count(*)::int from conversations c, conversations own where own.id = ${conversation.id}
        and c.status = 'queued' and (c.priority > own.priority
          or (c.priority = own.priority and (c.queued_at, c.id) < (own.queued_at, own.id)))) as ahead,
      (select count(*)::int from presence where ${agentState(ctx)} = 'online') as online,
      (select array_agg(x.ms) from (select (extract(epoch from h.accepted_at) * 1000)::float8 as ms from handoffs h
        where h.accepted_at > ${ctx.now}::timestamptz - make_interval(hours => ${RECENT_HOURS})
        order by h.accepted_at desc limit 40) x) as pickups`);
  const row = result.rows[0];
  const position = (row?.ahead ?? 0) + 1;
  const wait = estimateWait(row?.pickups ?? [], position, row?.online ?? 0);
  return { position, waitSeconds: wait?.low ?? null, waitSecondsHigh: wait?.high ?? null };
}
