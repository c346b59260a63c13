import { env } from "@/lib/env";
import { hmacHex } from "./signature";

/** What pusher-js needs to join a private or presence channel (Pusher's channel authorisation). */
export async function channelAuthorization(
  socketId: string,
  channel: string,
  member?: { id: string; name: string },
): Promise<{ auth: string; channel_data?: string }> {
  const { PUSHER_KEY, PUSHER_SECRET } = env();
  const data = member && JSON.stringify({ user_id: member.id, user_info: { name: member.name } });
  const signature = await hmacHex(PUSHER_SECRET, [socketId, channel, ...(data ? [data] : [])].join(":"));
  return { auth: `${PUSHER_KEY}:${signature}`, ...(data && { channel_data: data }) };
}
