import { and, eq, inArray } from "drizzle-orm";
import { mails } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { loadMailServer } from "@/server/settings/load-mail-server";
import { loadTicketByToken } from "./load-ticket";
import { createdMailKey } from "./ticket-mail";

/**
 * Whether the progress link goes to its customer by mail: an address was known and a mail server takes it there.
 * @throws ServiceError not_found.
 */
export async function isLinkMailed({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { token: string };
}): Promise<boolean> {
  const ticket = await loadTicketByToken(ctx.db, input.token);
  const written = and(eq(mails.dedupeKey, createdMailKey(ticket.id)), inArray(mails.state, ["queued", "sent"]));
  return (await loadMailServer(ctx)) !== null && (await ctx.db.$count(mails, written)) > 0;
}
