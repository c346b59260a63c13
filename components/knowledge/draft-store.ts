/** What a draft says. */
export type DraftText = { title: string; questions: string[]; body: string };

/**
 * What is stored that a text was begun from. `key` names it and never comes again for something else; `versionId` null and
 * revision 0 = there is no draft yet.
 */
export type DraftBase = { key: string; versionId: string | null; revision: number };

/** How what is on the screen stands with what is stored. */
export type DraftStatus = "saved" | "unsaved" | "saving" | "failed" | "offline" | "conflict";

export type DraftState = {
  text: DraftText;
  base: DraftBase;
  status: DraftStatus;
  /** Stable code of the last refusal. */
  failure: string | null;
  savedAt: Date | null;
};

/** Stores a text over a base. Rejects with the code of a `ServiceError`, `network` when it never arrived. */
type Save = (text: DraftText, base: DraftBase) => Promise<DraftBase>;

export type DraftStoreOptions = {
  text: DraftText;
  base: DraftBase;
  save: Save;
  codeOf: (error: unknown) => string;
  /** Pause in the typing after which it is saved, and between tries while offline, in milliseconds. */
  pauseMs?: number;
  retryMs?: number;
};

/**
 * One language of one article while it is written: saved after a pause, one save at a time, tried again by itself when the
 * network was the reason. A draft that somebody else changed is never overwritten: it waits for `takeTheirs` or `keepMine`.
 */
export class DraftStore {
  private state: DraftState;
  private readonly listeners = new Set<() => void>();
  private readonly options: Required<DraftStoreOptions>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;
  /** Counts the edits, so that what is typed during a save is saved after it. */
  private edits = 0;
  private savedEdits = 0;
  /** Keys of bases that were replaced: whoever still shows one is late. */
  private readonly past = new Set<string>();

  constructor(options: DraftStoreOptions) {
    this.options = { pauseMs: 800, retryMs: 5_000, ...options };
    this.state = { text: options.text, base: options.base, status: "saved", failure: null, savedAt: null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): DraftState => this.state;

  get unsaved(): boolean {
    return this.edits !== this.savedEdits;
  }

  /** Changes the text. `later` leaves saving to the next edit or `flush`. */
  edit(patch: Partial<DraftText>, { later = false } = {}): void {
    this.edits += 1;
    const { status } = this.state;
    this.set({ text: { ...this.state.text, ...patch }, status: status === "conflict" ? status : "unsaved" });
    clearTimeout(this.timer);
    if (!later && status !== "conflict") this.plan(this.options.pauseMs);
  }

  /** Saves now what is unsaved, or in any case with `always`. True when everything is stored. */
  async flush({ always = false } = {}): Promise<boolean> {
    clearTimeout(this.timer);
    // Another waiter may have begun the next save.
    while (this.running) await this.running;
    if (this.state.status === "conflict") return false;
    if (!this.unsaved && !always) return true;
    this.running = this.run().finally(() => {
      this.running = null;
    });
    const stored = await this.running;
    return stored && this.unsaved ? this.flush() : stored;
  }

  /** Takes what is stored, also over what is unsaved here. */
  adopt(text: DraftText, base: DraftBase, savedAt: Date | null = null): void {
    clearTimeout(this.timer);
    this.savedEdits = this.edits;
    this.set({ text, base, status: "saved", failure: null, savedAt });
  }

  /** Another base is stored meanwhile: taken when nothing is unsaved here, else a conflict. */
  meet(text: DraftText, base: DraftBase): void {
    const own = this.state.base;
    const newer = base.key === own.key ? base.revision > own.revision : !this.past.has(base.key);
    if (!newer || this.running || this.state.status === "conflict") return;
    if (this.unsaved) this.set({ status: "conflict", failure: "draft_changed" });
    else this.adopt(text, base);
  }

  /** Saves this text over the one that came between. */
  async keepMine(base: DraftBase): Promise<boolean> {
    this.set({ base, status: "unsaved", failure: null });
    return this.flush({ always: true });
  }

  private async run(): Promise<boolean> {
    const [edits, { text, base }] = [this.edits, this.state];
    this.set({ status: "saving" });
    try {
      const stored = await this.options.save(text, base);
      this.savedEdits = edits;
      this.set({ base: stored, status: this.unsaved ? "unsaved" : "saved", failure: null, savedAt: new Date() });
      return true;
    } catch (error) {
      this.refused(this.options.codeOf(error));
      return false;
    }
  }

  private refused(failure: string): void {
    if (this.edits === this.savedEdits) this.edits += 1;
    const status = failure === "draft_changed" ? "conflict" : failure === "network" ? "offline" : "failed";
    this.set({ status, failure });
    if (status === "offline") this.plan(this.options.retryMs);
  }

  private plan(pauseMs: number): void {
    this.timer = setTimeout(() => void this.flush(), pauseMs);
  }

  private set(change: Partial<DraftState>): void {
    if (change.base && change.base.key !== this.state.base.key) this.past.add(this.state.base.key);
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
