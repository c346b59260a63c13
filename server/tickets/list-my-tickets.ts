import { desc, eq } from "drizzle-orm";
import { tickets } from "@/db/schema";
import type { TicketStatus } from "@/lib/contracts/tickets";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { progressToken } from "./open-ticket";

/** One of a customer's own tickets; `token` opens its progress page. Instants are ISO. */
export type MyTicket = { number: number; subject: string; status: TicketStatus; createdAt: string; token: string };

const LIMIT = 50;

/** The tickets of the customer who asks, newest first, at most 50. */
export async function listMyTickets({ ctx }: { ctx: ServiceContext }): Promise<MyTicket[]> {
  const { actor } = requireCustomer(ctx);
  const rows = await ctx.db
    .select({
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
      createdAt: tickets.createdAt,
      tokenEncrypted: tickets.tokenEncrypted,
    })
    .from(tickets)
    .where(eq(tickets.customerId, actor.customerId))
    .orderBy(desc(tickets.number))
    .limit(LIMIT);
  return Promise.all(
    rows.map(async ({ tokenEncrypted, createdAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      token: await progressToken({ tokenEncrypted }),
    })),
  );
}
