import { type SQL, sql } from "drizzle-orm";
import { presence } from "@/db/schema";
import { PRESENCE_TIMEOUT_SECONDS, type PresenceState } from "@/lib/contracts/routing";
import type { ServiceContext } from "@/server/context";

/** An agent's state as it is now, over `presence`: who was not seen for a minute, or never, is offline. */
export function agentState(ctx: ServiceContext): SQL<PresenceState> {
  return sql`case when ${presence.seenAt} > ${ctx.now}::timestamptz - make_interval(secs => ${PRESENCE_TIMEOUT_SECONDS})
    then ${presence.state} else 'offline' end`;
}
