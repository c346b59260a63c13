import type { TracedQuestion } from "@/lib/contracts/answer-trace";
import { GAP_SOURCES, type GapSource } from "@/lib/contracts/gaps";
import { isSmallTalk } from "@/server/assistant/small-talk";
import { isNothingButHandoffRequest } from "@/server/conversations/handoff-request";
import type { BadlyServed } from "./load-badly-served";

/** One question of a message and why it counts as badly served. */
export type BadQuestion = { position: number; said: string; source: GapSource };

const UNANSWERED: readonly TracedQuestion["outcome"][] = ["offer", "handoff"];

const strongest = (sources: readonly GapSource[]): GapSource | undefined =>
  GAP_SOURCES.find((source) => sources.includes(source));

function sourceOf({ signs, questions }: BadlyServed, position: number): GapSource | undefined {
  const question = questions[position];
  const several = questions.length > 1;
  return strongest(
    signs.flatMap((sign) => {
      if (sign.position !== null) return sign.position === position ? [sign.source] : [];
      if (sign.source === "unanswered") return !question || UNANSWERED.includes(question.outcome) ? [sign.source] : [];
      // What is said of an answer to several questions may be meant for any of them.
      return several ? [] : [sign.source];
    }),
  );
}

/**
 * The questions of a message that were badly served, as they were looked up, in the order asked. Greetings and wishes for a
 * person are none. Pure.
 */
export function badQuestionsOf(answer: BadlyServed): BadQuestion[] {
  const asked = answer.questions.length > 0 ? answer.questions : [null];
  return asked.flatMap((question, position) => {
    const said = question ? (question.lookedUp ?? question.text) : answer.body;
    const source = sourceOf(answer, position);
    if (!source || isSmallTalk(said) || isNothingButHandoffRequest(said)) return [];
    return [{ position, said, source }];
  });
}
