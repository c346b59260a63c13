import type { AnswerEvent } from "@/lib/contracts/assistant";

/**
 * The events of one answer while it is written. Writing never waits for a reader, so a lost connection cannot stop it;
 * a reader gets every event from the first.
 */
export class AnswerLog {
  private readonly events: AnswerEvent[] = [];
  private closed = false;
  private wake: () => void = () => undefined;
  private changed = this.nextChange();

  private nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private signal(): void {
    const wake = this.wake;
    this.changed = this.nextChange();
    wake();
  }

  /** Appends an event. */
  push(event: AnswerEvent): void {
    this.events.push(event);
    this.signal();
  }

  /** No more events will come. */
  close(): void {
    this.closed = true;
    this.signal();
  }

  /** Every event from the first, each time as many as have come. */
  async *read(): AsyncGenerator<AnswerEvent[]> {
    for (let read = 0; ; ) {
      while (read >= this.events.length) {
        if (this.closed) return;
        await this.changed;
      }
      const fresh = this.events.slice(read);
      read += fresh.length;
      yield fresh;
    }
  }
}
