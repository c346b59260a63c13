import type { Citation, Decision } from "@/lib/contracts/assistant";
import type { SqlExecutor } from "@/server/sql";
import type { AnswerLog } from "./answer-log";
import { checkpointAnswer, keepLease, type Writing } from "./store-answer";

/** The draft is kept at most this often. */
const CHECKPOINT_MS = 500;

/**
 * The growing text of an answer: every word goes to the log at once and to the database every half second. When the
 * answer is no longer ours (stopped, or taken over after a stall) `lost` turns true and writing ends.
 */
export class DraftWriter {
  text = "";
  lost = false;
  private keptAt = 0;

  constructor(
    private readonly db: SqlExecutor,
    private readonly writing: Writing,
    private readonly head: { decision: Decision; citations: Citation[] },
    private readonly log: AnswerLog,
  ) {}

  /** Adds words. */
  async add(delta: string): Promise<void> {
    this.text += delta;
    this.log.push({ event: "text", data: { delta } });
    if (Date.now() - this.keptAt >= CHECKPOINT_MS) await this.keep();
  }

  /** Discards the text so far. */
  reset(): void {
    if (this.text) this.log.push({ event: "reset", data: {} });
    this.text = "";
  }

  /** Writes a whole sentence; null when the answer was lost meanwhile. */
  async say(text: string): Promise<string | null> {
    await this.add(text);
    return this.lost ? null : this.text;
  }

  /** Keeps the answer ours while nothing is said yet. Returns false when it is no longer. */
  async hold(): Promise<boolean> {
    this.lost ||= !(await keepLease(this.db, this.writing));
    return !this.lost;
  }

  private async keep(): Promise<void> {
    this.keptAt = Date.now();
    const ours = await checkpointAnswer(this.db, this.writing, { draft: this.text, ...this.head });
    if (!ours) this.lost = true;
  }
}
