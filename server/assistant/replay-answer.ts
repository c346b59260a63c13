import type { AnswerEvent } from "@/lib/contracts/assistant";
import { pause } from "@/lib/pause";
import type { SqlExecutor } from "@/server/sql";
import { type AnswerProgress, answerProgress } from "./claim-answer";

/** How often a reader that is not the writer looks for more. */
const POLL_MS = 200;
/** A reader waits no longer than this for an answer that does not move. */
const PATIENCE_MS = 45_000;

/** The head of an answer as events. */
function* headOf(progress: AnswerProgress): Generator<AnswerEvent> {
  if (!progress.decision) return;
  yield { event: "decision", data: progress.decision };
  for (const { versionId: _versionId, ...data } of progress.citations) yield { event: "citation", data };
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
export async function* followAnswer(db: SqlExecutor, first: AnswerProgress): AsyncGenerator<AnswerEvent> {
  let progress = first;
  let shown = "";
  let headShown = false;
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    if (!headShown && progress.decision) {
      yield* headOf(progress);
      headShown = true;
    }
    if (headShown && !progress.draft.startsWith(shown)) {
      yield { event: "reset", data: {} };
      shown = "";
    }
    if (headShown && progress.draft.length > shown.length) {
      yield { event: "text", data: { delta: progress.draft.slice(shown.length) } };
      shown = progress.draft;
    }
    if (progress.state !== "streaming") {
      yield endOf(progress);
      return;
    }
    if (progress.leaseExpired) break;
    await pause(POLL_MS);
    const next = await answerProgress(db, progress.id);
    if (!next) break;
    progress = next;
  }
  yield { event: "error", data: { code: "answer_lost" } };
}
