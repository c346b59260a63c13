import { eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { openSession } from "@/server/customers/create-session";
import { notFound } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { conversationOfReturnToken } from "./return-token";

/**
 * Opens a session for the customer of the conversation that a mailed link names: holding the link proves the address.
 * @returns the session's token. @throws ServiceError not_found for a link that is forged, old or of an erased conversation.
 */
export async function returnToConversation({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { token: string };
}): Promise<string> {
  const conversationId = await conversationOfReturnToken(input.token, ctx.now);
  if (!conversationId) throw notFound("link_expired");
  return withTransaction(ctx, async (tx) => {
    const [row] = await tx
      .select({ customerId: conversations.customerId, locale: conversations.locale })
      .from(conversations)
      .where(eq(conversations.id, conversationId));
    if (!row) throw notFound("link_expired");
    return openSession(tx, ctx, row);
  });
}
