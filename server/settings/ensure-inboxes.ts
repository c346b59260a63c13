import { eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendars, inboxes, skillGroups } from "@/db/schema";
import { CHANNELS, type Channel } from "@/lib/contracts/channels";
import type { CalendarHours } from "@/lib/contracts/routing";

const INBOX_NAMES: Record<Channel, string> = { web: "Web", api: "API", email: "E-mail" };

/** Saves the company's hours in its one calendar and hangs every inbox without hours on it. */
export async function saveCalendar(tx: Transaction, hours: CalendarHours): Promise<void> {
  const [known] = await tx.select({ id: calendars.id }).from(calendars).orderBy(calendars.id).limit(1);
  if (known) await tx.update(calendars).set({ hours }).where(eq(calendars.id, known.id));
  const [row] = known ? [known] : await tx.insert(calendars).values({ name: "Company", hours }).returning();
  if (row) await tx.update(inboxes).set({ calendarId: row.id }).where(isNull(inboxes.calendarId));
}

/** What serving customers needs and nobody has made yet: an inbox for each channel, hours, one skill group. */
export async function ensureInboxes(tx: Transaction, hours: CalendarHours): Promise<void> {
  const known = await tx.select({ channel: inboxes.channel }).from(inboxes);
  const missing = CHANNELS.filter((channel) => !known.some((inbox) => inbox.channel === channel));
  if (missing.length > 0) {
    await tx.insert(inboxes).values(missing.map((channel) => ({ channel, name: INBOX_NAMES[channel] })));
  }
  await saveCalendar(tx, hours);
  if ((await tx.$count(skillGroups)) === 0) {
    await tx.insert(skillGroups).values({ name: { zh: "客服", en: "Service" } });
  }
}
