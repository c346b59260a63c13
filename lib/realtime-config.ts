import { env } from "./env";

/** What a browser needs to open the realtime socket. Without a host it connects to Pusher's own cluster. */
export type RealtimeConfig = { key: string; cluster: string; sameOrigin: boolean };

/** Read by server components and handed to the client; nothing in it is secret. */
export function realtimeConfig(): RealtimeConfig {
  const { PUSHER_KEY, PUSHER_CLUSTER, PUSHER_HOST } = env();
  return { key: PUSHER_KEY, cluster: PUSHER_CLUSTER, sameOrigin: Boolean(PUSHER_HOST) };
}
