import type { SubmitTicketInput } from "@/lib/contracts/tickets";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { forbidden } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { type OpenedTicket, openTicket } from "./open-ticket";
import { mailTicket, progressUrl } from "./ticket-mail";
import { findOwner } from "./ticket-owner";
import { ticketPriority } from "./ticket-priority";

/**
 * A customer submits a ticket, with or without a session. The progress token is in the result (and in the mail, when an
 * address is known). The same `submissionId` again gives the first ticket (`repeated`).
 * @param input.locale the language of the page it was submitted on; by default the customer's.
 * @throws ServiceError forbidden for staff, who open tickets by createTicket.
 */
export async function submitTicket({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SubmitTicketInput & { locale?: Locale };
}): Promise<OpenedTicket> {
  if (ctx.actor.kind !== "customer" && ctx.actor.kind !== "anonymous") throw forbidden();
  return withTransaction(ctx, async (tx) => {
    const owner = await findOwner(tx, ctx, input);
    const opened = await openTicket(tx, ctx, {
      source: "form",
      customerId: owner.customerId,
      type: input.type,
      priority: ticketPriority(input.type, owner.tier),
      subject: input.subject,
      description: input.description,
      locale: input.locale ?? owner.locale,
      contact: { email: input.email, phone: input.phone },
      orderNumber: input.orderNumber,
      submissionId: input.submissionId,
    });
    if (!opened.repeated) await confirmByMail(tx, ctx, opened);
    return opened;
  });
}

/** Mails the number and the progress link to the customer. */
export async function confirmByMail(
  tx: Parameters<typeof mailTicket>[0],
  ctx: ServiceContext,
  { ticket }: OpenedTicket,
): Promise<void> {
  await mailTicket(tx, ctx, ticket, { kind: "created", dedupe: ticket.id, url: await progressUrl(ticket) });
}
