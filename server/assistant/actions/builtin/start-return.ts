import { and, eq, inArray } from "drizzle-orm";
import { tickets } from "@/db/schema";
import type { OrderStatus } from "@/lib/contracts/customers";
import { ACTIVE_TICKET_STATUSES } from "@/lib/contracts/tickets";
import { translator } from "@/server/i18n/translator";
import { openTicket } from "@/server/tickets/open-ticket";
import { confirmByMail } from "@/server/tickets/submit-ticket";
import { lockOwner } from "@/server/tickets/ticket-owner";
import { ticketPriority } from "@/server/tickets/ticket-priority";
import { type BuiltinAction, done } from "./builtin-work";
import { orderOf } from "./order-status";

/** Orders that have left the house and may come back. */
const RETURNABLE: readonly OrderStatus[] = ["shipped", "delivered", "completed"];

/** Whether the order is the person's, has left the house and is not being returned already. Changes nothing. */
export const mayReturn: BuiltinAction = async ({ tx, values, person }) => {
  const order = await orderOf(tx, person?.customerId ?? null, values.order_number ?? "");
  if (!order) return { ok: false, failure: "not_found" };
  if (!RETURNABLE.includes(order.status)) return { ok: false, failure: "refused" };
  const pending = and(
    eq(tickets.customerId, order.customerId),
    eq(tickets.orderNumber, order.number),
    eq(tickets.type, "return"),
    inArray(tickets.status, [...ACTIVE_TICKET_STATUSES]),
  );
  const [earlier] = await tx.select({ number: tickets.number }).from(tickets).where(pending).limit(1);
  return earlier ? { ok: false, failure: "taken" } : done({});
};

/** Opens a ticket of type return for an order of the person who proved to own it; one at a time for each order. */
export const startReturn: BuiltinAction = async (work) => {
  const { tx, ctx, values, person, conversation, locale, runKey } = work;
  // Locked first, so that two conversations of one customer cannot both find no return.
  const owner = await lockOwner(tx, person?.customerId ?? "");
  const possible = await mayReturn(work);
  if (!possible.ok) return possible;
  const number = values.order_number ?? "";
  const words = await translator(locale, "actions");
  const opened = await openTicket(tx, ctx, {
    source: "message",
    customerId: owner.customerId,
    type: "return",
    priority: ticketPriority("return", owner.tier),
    subject: words("return.subject", { number }),
    description: values.reason ?? "",
    locale,
    contact: person?.email ? { email: person.email } : {},
    orderNumber: number,
    conversationId: conversation.id,
    submissionId: runKey,
  });
  if (!opened.repeated) await confirmByMail(tx, ctx, opened);
  return done({ order_number: number, ticket_number: String(opened.ticket.number) });
};
