import { z } from "zod";
import { createTicketSchema, listTicketsSchema, replyTicketSchema, updateTicketSchema } from "@/lib/contracts/tickets";
import { permittedProcedure, router } from "@/server/trpc";
import { addTicketNote } from "./add-ticket-note";
import { createTicket } from "./create-ticket";
import { draftTicket } from "./draft-ticket";
import { getTicket, getTicketContact } from "./get-ticket";
import { listTeams } from "./list-teams";
import { countTickets, listTickets } from "./list-tickets";
import { replyTicket } from "./reply-ticket";
import { undoTicketChange } from "./undo-ticket-change";
import { updateTicket } from "./update-ticket";

const one = z.object({ ticketId: z.string().max(64) });
const read = permittedProcedure("tickets:read");
const write = permittedProcedure("tickets:write");

export const ticketsRouter = router({
  list: read.input(listTicketsSchema).query(({ ctx, input }) => listTickets({ ctx, input })),
  counts: read.query(({ ctx }) => countTickets({ ctx })),
  get: read.input(one).query(({ ctx, input }) => getTicket({ ctx, input })),
  teams: read.query(({ ctx }) => listTeams({ ctx })),
  contact: write.input(one).query(({ ctx, input }) => getTicketContact({ ctx, input })),
  draft: write
    .input(z.object({ conversationId: z.string().max(64) }))
    .query(({ ctx, input }) => draftTicket({ ctx, input })),
  create: write.input(createTicketSchema).mutation(async ({ ctx, input }) => {
    const { ticket } = await createTicket({ ctx, input });
    return { id: ticket.id, number: ticket.number };
  }),
  update: write.input(updateTicketSchema).mutation(async ({ ctx, input }) => {
    const { version, status } = await updateTicket({ ctx, input });
    return { version, status };
  }),
  undo: write.input(one.extend({ version: z.int().min(0) })).mutation(async ({ ctx, input }) => {
    const { version, status } = await undoTicketChange({ ctx, input });
    return { version, status };
  }),
  reply: write.input(replyTicketSchema).mutation(async ({ ctx, input }) => {
    const { message, ticket } = await replyTicket({ ctx, input });
    return { id: message.id, seq: message.seq, version: ticket.version, status: ticket.status };
  }),
  note: write.input(replyTicketSchema.omit({ status: true })).mutation(async ({ ctx, input }) => {
    const { message } = await addTicketNote({ ctx, input });
    return { id: message.id, seq: message.seq };
  }),
});
