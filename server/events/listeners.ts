import type { ServiceContext } from "@/server/context";
import type { EventName, StoredEvent } from "./event";

/** Reacts to a committed event. It may run more than once for one event, so it is idempotent. */
export type Listener = (ctx: ServiceContext<{ kind: "system" }>, event: StoredEvent) => Promise<void>;
export type ListenerMap = Partial<Record<EventName, readonly Listener[]>>;

let registered: ListenerMap | undefined;

/** Called once a process by the composition root with every domain's listeners. */
export function registerListeners(listeners: ListenerMap): void {
  registered = listeners;
}

/** The listeners of an event, or undefined while nothing is registered: then the outbox keeps the event. */
export function listenersOf(name: EventName): readonly Listener[] | undefined {
  return registered && (registered[name] ?? []);
}
