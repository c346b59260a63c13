import type { AnswerEvent } from "@/lib/contracts/assistant";
import { pause } from "@/lib/pause";
import type { SqlExecutor } from "@/server/sql";
import { type AnswerProgress, answerProgress } from "./claim-answer";

/** How often a reader that is not the writer looks for more. */
const POLL_MS = 200;
/** A reader waits no longer than this for an answer that does not move. */
const PATIENCE_MS = 45_000;

/** The head of an answer as events; none before it is decided. */
function headOf({ decision, citations }: AnswerProgress): AnswerEvent[] {
  if (!decision) return [];
  const cited = citations.map(({ versionId: _versionId, ...data }) => ({ event: "citation" as const, data }));
  return [{ event: "decision", data: decision }, ...cited];
}

/** What leads from the words that were shown to those that stand now. */
function changeOf(shown: string, draft: string): AnswerEvent[] {
  if (draft === shown) return [];
  if (draft.startsWith(shown)) return [{ event: "text", data: { delta: draft.slice(shown.length) } }];
  const reset: AnswerEvent = { event: "reset", data: {} };
  return draft === "" ? [reset] : [reset, { event: "text", data: { delta: draft } }];
}

/** What became of an answer, as its last event. */
function endOf(progress: AnswerProgress): AnswerEvent {
  return progress.messageId && progress.publicSeq !== null
    ? { event: "done", data: { messageId: progress.messageId, seq: progress.publicSeq } }
    : { event: "error", data: { code: "assistant_inactive" } };
}

/**
 * Follows an answer that somebody else writes, from its draft; an answer already stored is replayed. Ends with `error
 * answer_lost` when its writer died and nobody has taken it over yet: the caller may ask again.
 */
export async function* followAnswer(db: SqlExecutor, first: AnswerProgress): AsyncGenerator<AnswerEvent[]> {
  let progress = first;
  let shown: string | null = null;
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const news = shown === null ? headOf(progress) : [];
    if (shown !== null || news.length > 0) {
      news.push(...changeOf(shown ?? "", progress.draft));
      shown = progress.draft;
    }
    if (progress.state !== "streaming") {
      yield [...news, endOf(progress)];
      return;
    }
    if (news.length > 0) yield news;
    if (progress.leaseExpired) break;
    await pause(POLL_MS);
    const next = await answerProgress(db, progress.id);
    if (!next) break;
    progress = next;
  }
  yield [{ event: "error", data: { code: "answer_lost" } }];
}
