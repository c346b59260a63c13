import type Pusher from "pusher-js";
import type { PresenceChannel } from "pusher-js";
import type { RealtimeConfig } from "@/lib/realtime-config";

/** `lost`: no socket for five seconds, so screens poll; before that a gap is nothing to talk about. */
export type RealtimeState = "connecting" | "connected" | "lost";
export type RealtimeListener = (event: string, data: unknown) => void;
export type Member = { id: string; name: string };

type Options = { config: RealtimeConfig; authorization?: () => string | null };

/** What a channel's listener hears when it is joined, also again after a lost connection: time to catch up. */
export const JOINED_EVENT = "pusher:subscription_succeeded";
export const LOST_AFTER_MS = 5_000;
const ACTIVITY_TIMEOUT_MS = 30_000;

async function openPusher({ config, authorization }: Options): Promise<Pusher> {
  const { default: PusherClient } = await import("pusher-js");
  const secure = location.protocol === "https:";
  const port = location.port ? Number(location.port) : secure ? 443 : 80;
  const own = config.sameOrigin ? { wsHost: location.hostname, wsPort: port, wssPort: port, forceTLS: secure } : {};
  return new PusherClient(config.key, {
    cluster: config.cluster,
    ...own,
    enabledTransports: ["ws", "wss"],
    activityTimeout: ACTIVITY_TIMEOUT_MS,
    channelAuthorization: {
      transport: "ajax",
      endpoint: "/api/realtime/auth",
      headersProvider: () => {
        const value = authorization?.();
        return value ? { authorization: value } : {};
      },
    },
  });
}

/**
 * One realtime socket of a page. pusher-js is loaded by `start`, not before. Channels are joined once however many
 * screens listen to them, and again by themselves after a lost connection.
 */
export class RealtimeConnection {
  #options: Options;
  #pusher: Promise<Pusher>;
  #opened = false;
  #open: (pusher: Promise<Pusher>) => void = () => undefined;
  #state: RealtimeState = "connecting";
  #lostTimer: ReturnType<typeof setTimeout> | undefined;
  #stateListeners = new Set<() => void>();
  #joined = new Map<string, number>();

  constructor(options: Options) {
    this.#options = options;
    this.#pusher = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /** Opens the socket, again after `stop`; does nothing while it is open or opening. */
  start(): void {
    this.#awaitLoss();
    if (this.#opened) {
      this.#use((pusher) => pusher.connect());
      return;
    }
    this.#opened = true;
    this.#open(openPusher(this.#options));
    this.#use((pusher) => {
      pusher.connection.bind("state_change", ({ current }: { current: string }) => this.#follow(current));
      this.#follow(pusher.connection.state);
    });
  }

  /** Closes the socket. Joined channels come back with the next `start`. */
  stop(): void {
    clearTimeout(this.#lostTimer);
    this.#lostTimer = undefined;
    this.#use((pusher) => pusher.disconnect());
  }

  state = (): RealtimeState => this.#state;

  onState = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  /**
   * Listens to a channel, its own `pusher:` events included; returns the way to leave. Who comes to a channel that is
   * joined already hears `JOINED_EVENT` like the first.
   */
  join(name: string, listener: RealtimeListener): () => void {
    this.#joined.set(name, (this.#joined.get(name) ?? 0) + 1);
    this.#use((pusher) => {
      const channel = pusher.subscribe(name).bind_global(listener);
      if (channel.subscribed) listener(JOINED_EVENT, null);
    });
    return () => {
      this.#joined.set(name, (this.#joined.get(name) ?? 1) - 1);
      this.#use((pusher) => {
        pusher.channel(name)?.unbind_global(listener);
        if (this.#joined.get(name) === 0) pusher.unsubscribe(name);
      });
    };
  }

  /** Sends a client event to the others on a joined channel; without a socket it is lost, as typing may be. */
  say(name: string, event: string, data: unknown): void {
    this.#use((pusher) => pusher.channel(name)?.trigger(event, data));
  }

  /** Who is on a joined presence channel, the reader left out. */
  async others(name: string): Promise<Member[]> {
    const channel = (await this.#pusher).channel(name) as PresenceChannel | undefined;
    const found: Member[] = [];
    channel?.members?.each(({ id, info }: { id: string; info?: { name?: string } }) => {
      if (id !== channel.members.me?.id) found.push({ id, name: info?.name ?? "" });
    });
    return found;
  }

  /** Runs in the order of the calls, once the client is loaded; a client that cannot be loaded means no hints. */
  #use(run: (pusher: Pusher) => void): void {
    this.#pusher.then(run).catch(() => this.#awaitLoss());
  }

  #follow(current: string): void {
    if (current === "connected") {
      clearTimeout(this.#lostTimer);
      this.#lostTimer = undefined;
      this.#set("connected");
    } else {
      this.#awaitLoss();
    }
  }

  #awaitLoss(): void {
    if (this.#state !== "lost") this.#lostTimer ??= setTimeout(() => this.#set("lost"), LOST_AFTER_MS);
  }

  #set(state: RealtimeState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }
}
