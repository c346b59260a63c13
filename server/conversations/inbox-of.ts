import { asc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inboxes } from "@/db/schema";
import type { Channel } from "@/lib/contracts/channels";

/** Any number, the same for everybody who makes an inbox: they take turns. */
const LOCK = 7_205_472;

async function firstInbox(tx: Transaction, channel: Channel): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: inboxes.id })
    .from(inboxes)
    .where(eq(inboxes.channel, channel))
    .orderBy(asc(inboxes.id))
    .limit(1);
  return row?.id;
}

/**
 * The inbox that takes a channel's new conversations. An installation nobody has set up yet serves too: its first
 * conversation makes the inbox, and the setup gives it hours.
 */
export async function inboxOf(tx: Transaction, channel: Channel): Promise<string> {
  const known = await firstInbox(tx, channel);
  if (known) return known;
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const meanwhile = await firstInbox(tx, channel);
  if (meanwhile) return meanwhile;
  const [made] = await tx.insert(inboxes).values({ channel, name: channel }).returning({ id: inboxes.id });
  if (!made) throw new Error("Inbox not stored");
  return made.id;
}
