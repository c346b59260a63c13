import { sql } from "drizzle-orm";
import {
  CONVERSATION_STATUSES,
  type ConversationStatus,
  PRIORITIES,
  type Priority,
  type QueueView,
} from "@/lib/contracts/conversations";
import { PRESENCE_TIMEOUT_SECONDS } from "@/lib/contracts/routing";
import type { ServiceContext } from "@/server/context";
import { estimateWait } from "./estimate-wait";

type Queued = {
  id: string;
  status: ConversationStatus;
  priority: Priority;
  queuedAt: Date | null;
  skillGroupId: string | null;
};

const RECENT_HOURS = 4;
const QUEUED: ConversationStatus = CONVERSATION_STATUSES[1];

/** Orders the queue: urgent first, then who asked first. Over `c` (conversations). */
export const queueOrder = sql`c.priority desc, c.queued_at, c.id`;

/**
 * A queued conversation's place among those its group (or no group) will serve, and the wait as a range; null when it is not queued.
 */
export async function queuePosition(ctx: ServiceContext, conversation: Queued): Promise<QueueView | null> {
  if (conversation.status !== QUEUED || !conversation.queuedAt) return null;
  const rank = PRIORITIES.indexOf(conversation.priority);
  const higher = PRIORITIES.slice(rank + 1);
  const result = await ctx.db.execute<{ ahead: number; online: number; pickups: number[] | null }>(sql`
    select
      (select count(*)::int from conversations c where c.status = 'queued'
        and c.skill_group_id is not distinct from ${conversation.skillGroupId}
        and (c.priority::text = any(${sql.param(higher)}) or (c.priority = ${conversation.priority}
          and (c.queued_at, c.id) < (${conversation.queuedAt}::timestamptz, ${conversation.id})))) as ahead,
      (select count(*)::int from presence p where p.state = 'online'
        and p.seen_at > ${ctx.now}::timestamptz - make_interval(secs => ${PRESENCE_TIMEOUT_SECONDS})) as online,
      (select array_agg(x.ms) from (select (extract(epoch from h.accepted_at) * 1000)::float8 as ms from handoffs h
        where h.accepted_at > ${ctx.now}::timestamptz - make_interval(hours => ${RECENT_HOURS})
        order by h.accepted_at desc limit 40) x) as pickups`);
  const row = result.rows[0];
  const position = (row?.ahead ?? 0) + 1;
  const wait = estimateWait(row?.pickups ?? [], position, row?.online ?? 0);
  return { position, waitSeconds: wait?.low ?? null, waitSecondsHigh: wait?.high ?? null };
}
