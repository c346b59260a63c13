import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { ticketMessages, tickets } from "@/db/schema";
import type { SenderType } from "@/lib/contracts/conversations";
import type { TicketActivity, TicketMessageKind } from "@/lib/contracts/tickets";
import type { ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";

export type TicketMessageRow = typeof ticketMessages.$inferSelect;

type NewTicketMessage = {
  ticketId: string;
  kind: TicketMessageKind;
  sender: { type: SenderType; id: string | null };
  body: string;
  activity?: TicketActivity;
  clientMessageId?: string;
};

/** Who acts, as the sender of a message. */
export function senderOf(ctx: ServiceContext): { type: SenderType; id: string | null } {
  if (ctx.actor.kind === "staff") return { type: "agent", id: ctx.actor.staffId };
  if (ctx.actor.kind === "customer") return { type: "customer", id: ctx.actor.customerId };
  return { type: "system", id: null };
}

/** Stores a row of the story under the ticket's next number; counter and row share the transaction. */
export async function appendTicketMessage(
  tx: Transaction,
  ctx: ServiceContext,
  message: NewTicketMessage,
): Promise<TicketMessageRow> {
  const [head] = await tx
    .update(tickets)
    .set({ lastSeq: sql`${tickets.lastSeq} + 1` })
    .where(eq(tickets.id, message.ticketId))
    .returning({ seq: tickets.lastSeq });
  if (!head) throw new Error("Ticket vanished under its lock");
  const { sender, ...values } = message;
  const [row] = await tx
    .insert(ticketMessages)
    .values({ ...values, seq: head.seq, senderType: sender.type, senderId: sender.id, createdAt: ctx.now })
    .returning();
  if (!row) throw new Error("Ticket message not stored");
  return row;
}

/** Stores a line about what happened. */
export function appendTicketActivity(
  tx: Transaction,
  ctx: ServiceContext,
  ticketId: string,
  activity: TicketActivity,
): Promise<TicketMessageRow> {
  return appendTicketMessage(tx, ctx, { ticketId, kind: "activity", sender: senderOf(ctx), body: "", activity });
}

/**
 * The sender's message already stored under a client id; others may use the same id for theirs. Call it under the
 * ticket's lock: then it cannot appear later.
 * @throws ServiceError conflict `client_message_id_reused` when that id stands for another text of the sender's.
 */
export async function storedTicketMessage(
  tx: Transaction,
  input: { ticketId: string; clientMessageId: string; text: string },
  sender: { type: SenderType; id: string | null },
): Promise<TicketMessageRow | null> {
  const [row] = await tx
    .select()
    .from(ticketMessages)
    .where(
      and(
        eq(ticketMessages.ticketId, input.ticketId),
        eq(ticketMessages.clientMessageId, input.clientMessageId),
        eq(ticketMessages.senderType, sender.type),
        eq(ticketMessages.senderId, sender.id ?? ""),
      ),
    );
  if (row && row.body !== input.text) throw conflict("client_message_id_reused");
  return row ?? null;
}
