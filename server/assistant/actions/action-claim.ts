import { sql } from "drizzle-orm";
import type { ActionOutline, RunState } from "@/lib/contracts/actions";
import { allActions } from "./builtin-actions";

/** The run a conversation is in the middle of. */
export type OpenRun = { key: string; state: RunState; slot: string | null };

/**
 * For the statement that claims an answer: the stored actions without their calls, and the conversation's open run, as
 * columns `actions` and `run`. Over `t.id`, the conversation.
 */
export const actionColumns = sql`
  (select coalesce(json_agg(json_build_object('key', a.key, 'kind', a.kind, 'names', a.names, 'phrasings', a.phrasings,
    'parameters', a.parameters, 'confirm', a.confirm, 'identity', a.identity, 'results', a.results, 'enabled', a.enabled,
    'version', a.version)), '[]'::json) from actions a) as actions,
  (select json_build_object('key', r.action_key, 'state', r.state, 'slot', r.slot) from action_runs r
    where r.conversation_id = t.id and r.state in ('collecting', 'verifying', 'confirming', 'running')) as run`;

/** The actions that may be started now, of the rows that {@link actionColumns} brought. */
export function enabledActions(rows: readonly ActionOutline[]): ActionOutline[] {
  return allActions(rows).filter(({ enabled }) => enabled);
}
