import { type SQL, sql } from "drizzle-orm";
import { presence } from "@/db/schema";
import { PRESENCE_TIMEOUT_SECONDS, type PresenceState } from "@/lib/contracts/routing";

/** The instant that counts as now: of a verb's context, or the statement's own. */
type Now = { now: Date | SQL };

/** An agent's state as it is now, over `presence`: who was not seen for a minute, or never, is offline. */
export function agentState({ now }: Now): SQL<PresenceState> {
  return sql`case when ${presence.seenAt} > ${now}::timestamptz - make_interval(secs => ${PRESENCE_TIMEOUT_SECONDS})
    then ${presence.state} else 'offline' end`;
}

/** Whether an agent is there for customers now, over `presence`. */
export const isOnline = (now: Now): SQL<boolean> => sql`${agentState(now)} in ('online', 'busy')`;
