import PusherServer from "pusher";
import PusherClient, { type PresenceChannel } from "pusher-js";

/** Where a realtime server is, for its server-side client and for browsers. */
export interface RealtimeAddress {
  appId: string;
  key: string;
  secret: string;
  host: string;
  port: number;
}

/** The unmodified server library. */
export function server(at: RealtimeAddress): PusherServer {
  return new PusherServer({ ...at, port: String(at.port), useTLS: false });
}

/** The unmodified browser library, signing in as `userId`; `forge` spoils its signatures. */
export function client(at: RealtimeAddress, userId = "u1", forge = false): PusherClient {
  const signer = server(forge ? { ...at, secret: "not the secret" } : at);
  return new PusherClient(at.key, {
    cluster: "local",
    wsHost: at.host,
    wsPort: at.port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      transport: "ajax",
      endpoint: "unused",
      customHandler: ({ socketId, channelName }, done) => {
        const member = channelName.startsWith("presence-")
          ? { user_id: userId, user_info: { name: userId } }
          : undefined;
        done(null, signer.authorizeChannel(socketId, channelName, member));
      },
    },
  });
}

/** What channels and connections have in common. */
interface EventSource {
  bind(event: string, callback: (data: never) => void): unknown;
  unbind(event: string, callback: (data: never) => void): unknown;
}

/** The next event of that name on a channel or a connection. */
export function next<T = unknown>(source: EventSource, event: string): Promise<T> {
  return new Promise((resolve) => {
    const take = (data: T) => {
      source.unbind(event, take);
      resolve(data);
    };
    source.bind(event, take);
  });
}

/** Subscribes and waits until the server agrees. */
export async function joined(socket: PusherClient, name: string): Promise<PresenceChannel> {
  const channel = socket.subscribe(name) as PresenceChannel;
  if (!channel.subscribed) await next(channel, "pusher:subscription_succeeded");
  return channel;
}
