import { and, eq, type SQL } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { tickets } from "@/db/schema";
import { hashToken } from "@/lib/crypto";
import type { Actor } from "@/server/context";
import { notFound } from "@/server/errors";

export type TicketRow = typeof tickets.$inferSelect;

/** The rows an actor may touch, as a condition: customers their own, staff and the server all. */
function readableBy(actor: Actor, ticketId: string) {
  const one = eq(tickets.id, ticketId);
  return actor.kind === "customer" ? and(one, eq(tickets.customerId, actor.customerId)) : one;
}

async function only(rows: Promise<TicketRow[]>): Promise<TicketRow> {
  const [row] = await rows;
  if (!row) throw notFound("ticket_not_found");
  return row;
}

const withToken = async (token: string): Promise<SQL> => eq(tickets.tokenHash, await hashToken(token));

/** One ticket the actor may touch, locked until the transaction ends. @throws ServiceError not_found for unknown and foreign ids. */
export async function lockTicket(tx: Transaction, actor: Actor, ticketId: string): Promise<TicketRow> {
  if (actor.kind === "anonymous") throw notFound("ticket_not_found");
  return only(tx.select().from(tickets).where(readableBy(actor, ticketId)).for("update"));
}

/** The ticket a progress link opens: who holds the link is its customer. @throws ServiceError not_found. */
export async function loadTicketByToken(db: Executor, token: string): Promise<TicketRow> {
  return only(
    db
      .select()
      .from(tickets)
      .where(await withToken(token)),
  );
}

/** The same, locked until the transaction ends. */
export async function lockTicketByToken(tx: Transaction, token: string): Promise<TicketRow> {
  return only(
    tx
      .select()
      .from(tickets)
      .where(await withToken(token))
      .for("update"),
  );
}
