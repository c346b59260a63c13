import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { tickets } from "@/db/schema";
import { formatDate } from "@/lib/time";
import { translator } from "@/server/i18n/translator";
import { getSettings } from "@/server/settings/get-settings";
import type { TicketRow } from "@/server/tickets/load-ticket";
import { type BuiltinAction, done } from "./builtin-work";

/** A ticket by the number people know it by, as far as a column can hold it. */
export async function ticketByNumber(db: Executor, number: string): Promise<TicketRow | null> {
  const wanted = Number(number);
  if (!Number.isSafeInteger(wanted) || wanted > 2_147_483_647) return null;
  const [row] = await db.select().from(tickets).where(eq(tickets.number, wanted));
  return row ?? null;
}

/** Tells how a ticket stands to the customer whose it is: of this conversation, or who proved it. */
export const ticketStatus: BuiltinAction = async ({ tx, ctx, values, person, conversation, locale }) => {
  const ticket = await ticketByNumber(tx, values.ticket_number ?? "");
  const owners = [conversation.customerId, person?.customerId];
  if (!ticket || !owners.includes(ticket.customerId)) return { ok: false, failure: "not_found" };
  const [words, { timeZone }] = await Promise.all([translator(locale, "actions"), getSettings(tx, "company")]);
  return done({
    ticket_number: String(ticket.number),
    subject: ticket.subject,
    status: words(`ticket.${ticket.status}`),
    updated: formatDate(ticket.updatedAt, ctx.now, { locale, timeZone }),
  });
};
