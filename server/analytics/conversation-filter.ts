import { type SQL, sql } from "drizzle-orm";
import type { DashboardInput } from "@/lib/contracts/analytics";
import type { Range } from "./period-range";

/** Which conversations a dashboard is about. */
export type Filter = Pick<DashboardInput, "groupId" | "channel" | "locale">;

/** The filter as a condition over `c` (conversations); true when it narrows nothing. */
export function matching({ groupId, channel, locale }: Filter): SQL {
  const conditions = [
    ...(groupId ? [sql`c.skill_group_id = ${groupId}`] : []),
    ...(channel ? [sql`c.inbox_id in (select i.id from inboxes i where i.channel = ${channel})`] : []),
    ...(locale ? [sql`c.locale = ${locale}`] : []),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/**
 * Whether the conversation a column names matches; true, without looking at conversations, when the filter narrows
 * nothing. A null column (a ticket's) matches only then.
 */
export function ofMatching(column: SQL, filter: Filter): SQL {
  const narrow = Boolean(filter.groupId ?? filter.channel ?? filter.locale);
  return narrow ? sql`${column} in (select c.id from conversations c where ${matching(filter)})` : sql`true`;
}

/** An instant column inside a range. */
export const within = (column: SQL, { from, to }: Range): SQL =>
  sql`${column} >= ${from}::timestamptz and ${column} < ${to}::timestamptz`;

/** Over `c`: a conversation in which somebody has written. Opening the chat without a word is none. */
export const begun = sql`c.last_seq > 0`;
