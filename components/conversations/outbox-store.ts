import { readStored, writeStored } from "../shared/stored-value";
import { type OutboxAction, type PendingMessage, reduceOutbox, restoreOutbox } from "./outbox";

/** One person's unsent messages in this browser. */
export class OutboxStore {
  #key: string;
  #pending: readonly PendingMessage[];
  #listeners = new Set<() => void>();

  constructor(staffId: string) {
    this.#key = `outbox.${staffId}`;
    this.#pending = restoreOutbox(readStored(this.#key));
  }

  pending = (): readonly PendingMessage[] => this.#pending;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves once nothing of some conversations is on its way any more: stored, refused or taken back. */
  settled(isMeant: (conversationId: string) => boolean): Promise<void> {
    const onItsWay = () => this.#pending.some((one) => isMeant(one.conversationId) && one.state !== "failed");
    return new Promise((resolve) => {
      if (!onItsWay()) return resolve();
      const stop = this.subscribe(() => {
        if (onItsWay()) return;
        stop();
        resolve();
      });
    });
  }

  dispatch(action: OutboxAction): void {
    const next = reduceOutbox(this.#pending, action);
    if (next === this.#pending) return;
    this.#pending = next;
    writeStored(this.#key, next.length > 0 ? JSON.stringify(next) : null);
    for (const listener of this.#listeners) listener();
  }
}
