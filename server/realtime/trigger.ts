import { env } from "@/lib/env";
import { md5 } from "./md5";
import { hmacHex } from "./signature";

/** Where Pusher's HTTP API is: the configured host, or Pusher's own cluster. */
function apiOrigin(): string {
  const { PUSHER_HOST, PUSHER_PORT, PUSHER_CLUSTER } = env();
  return PUSHER_HOST ? `http://${PUSHER_HOST}:${PUSHER_PORT ?? 80}` : `https://api-${PUSHER_CLUSTER}.pusher.com`;
}

const TIMEOUT_MS = 3_000;

/**
 * Sends one event to channels through Pusher's HTTP API (fetch and Web Crypto only, so it runs on the edge too).
 * @param socketId the sender's own socket, which does not receive it.
 * @throws Error when the server refuses or cannot be reached. Callers treat that as a lost hint.
 */
export async function triggerRealtime(
  channels: readonly string[],
  name: string,
  data: unknown,
  socketId?: string,
): Promise<void> {
  const { PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET } = env();
  const body = JSON.stringify({ name, channels, data: JSON.stringify(data), ...(socketId && { socket_id: socketId }) });
  const path = `/apps/${PUSHER_APP_ID}/events`;
  const query = [
    `auth_key=${PUSHER_KEY}`,
    `auth_timestamp=${Math.floor(Date.now() / 1000)}`,
    "auth_version=1.0",
    `body_md5=${md5(body)}`,
  ].join("&");
  const signature = await hmacHex(PUSHER_SECRET, `POST\n${path}\n${query}`);
  const response = await fetch(`${apiOrigin()}${path}?${query}&auth_signature=${signature}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Realtime: ${response.status}`);
}
