import { OFFLINE_MODEL, OFFLINE_PROVIDER, type OfflinePart, offlineModel } from "@/server/ai/offline-model";
import { giveWay } from "@/server/jobs/give-way";
import { type Composed, compose } from "./compose";
import type { SourcedPart } from "./sources";
import { headingOf } from "./words";

/** Until what is to be told is known, the stream only waits: that is no stalled model. */
const PATIENCE_MS = 60_000;

/**
 * A reply of the offline model that is begun before anybody knows what it will tell: setting its stream up takes longer than
 * the words do, and happens while knowledge is looked up. `drop` it where it is not to tell anything.
 */
export class OfflineReply {
  readonly model = `${OFFLINE_PROVIDER}/${OFFLINE_MODEL}`;
  private readonly parts = Promise.withResolvers<readonly OfflinePart[]>();
  private readonly words: AsyncGenerator<string, Composed>;
  private readonly first: Promise<IteratorResult<string, Composed>>;

  constructor(question: string) {
    const model = offlineModel(this.parts.promise);
    const messages = [{ role: "user" as const, content: question }];
    this.words = compose({ model, instructions: "", messages, stallMs: PATIENCE_MS });
    this.first = giveWay().then(() => this.words.next());
    this.first.catch(() => undefined);
  }

  /** Its words, now that it is known what they are about. */
  async *tell(parts: readonly SourcedPart[]): AsyncGenerator<string> {
    this.parts.resolve(partsTold(parts));
    for (let next = await this.first; !next.done; next = await this.words.next()) yield next.value;
  }

  /** There is nothing for it to tell. */
  drop(): void {
    this.parts.resolve([]);
  }
}

/** Questions that rest on the same passages are told together, so that nobody reads the same twice. */
function partsTold(parts: readonly SourcedPart[]): OfflinePart[] {
  const told = Map.groupBy(parts, ({ sources }) => sources.map(({ number }) => number).join());
  return [...told.values()].map((alike) => ({
    ...(parts.length > 1 && { heading: alike.map(({ question }) => headingOf(question)).join(" · ") }),
    sources: (alike[0]?.sources ?? []).map(({ text, number }) => ({ number, text })),
  }));
}
