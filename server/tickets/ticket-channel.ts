import { parseRealtimeChannel, realtimeChannels } from "@/lib/realtime-channels";
import type { ServiceContext } from "@/server/context";
import { forbidden, invalid } from "@/server/errors";
import { channelAuthorization } from "@/server/realtime/authorization";
import { SOCKET_ID } from "@/server/realtime/socket-id";
import { loadTicketByToken } from "./load-ticket";

/** The channel that tells a progress page to look again. @throws ServiceError not_found for an unknown link. */
export async function ticketChannel({
  ctx,
  input,
}: {
  ctx: Pick<ServiceContext, "db">;
  input: { token: string };
}): Promise<string> {
  return realtimeChannels.ticket((await loadTicketByToken(ctx.db, input.token)).id);
}

/**
 * Signs a progress page's wish to listen to its ticket, and to no other.
 * @throws ServiceError not_found for an unknown link, forbidden `channel_forbidden`, invalid `invalid_socket_id`.
 */
export async function authorizeTicketChannel({
  ctx,
  input,
}: {
  ctx: Pick<ServiceContext, "db">;
  input: { token: string; socketId: string; channel: string };
}): Promise<{ auth: string }> {
  if (!SOCKET_ID.test(input.socketId)) throw invalid("invalid_socket_id");
  if (parseRealtimeChannel(input.channel)?.kind !== "ticket") throw forbidden("channel_forbidden");
  if ((await ticketChannel({ ctx, input })) !== input.channel) throw forbidden("channel_forbidden");
  return channelAuthorization(input.socketId, input.channel);
}
