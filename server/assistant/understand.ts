import type { CarriedOver } from "@/lib/contracts/answer-trace";
import type { Circumstances } from "@/lib/contracts/circumstances";
import type { Feeling } from "@/lib/contracts/understanding";
import type { Locale } from "@/lib/i18n";
import { isHandoffRequest } from "@/server/conversations/handoff-request";
import { languageOf } from "./answer-language";
import { circumstancesTold } from "./circumstances/known-circumstances";
import type { AnswerClaim } from "./claim-answer";
import { withoutCourtesies } from "./courtesies";
import { repeatedTurns } from "./deciding/repeated-turns";
import { feelingOf } from "./feelings/feeling-of";
import { followUp } from "./follow-up/follow-up";
import { isGreeting } from "./greeting";
import { splitQuestions } from "./questions/split-questions";

/** Beyond this a message is a letter, not a list of questions. */
const MOST_QUESTIONS = 8;

/** One question as it was asked and as it is looked up. */
export type AskedQuestion = { text: string; lookedUp: string; about: string | null; carried: CarriedOver[] };

/** What was asked: every message since the last reply, in the language it was asked in. */
export type Understood = {
  question: string;
  locale: Locale;
  /** In the order asked; never empty. */
  questions: AskedQuestion[];
  feeling: Feeling;
  greeting: boolean;
  /** The newest message asks for a person and for nothing else. */
  wantsPerson: boolean;
  /** How often in a row the customer has said the same. */
  repeated: number;
  /** What the customer has said of where and on what they are. */
  told: Circumstances;
};

/**
 * Reads what is to be answered against what came before: several questions are told apart, each is made whole with what it
 * leaves out, and the mood is heard. Pure.
 * @param subjects the names that articles come in sets about: products, places.
 */
export function understand(
  { history, locale: fallback }: Pick<AnswerClaim, "history" | "locale">,
  subjects: readonly string[],
): Understood {
  const pending = history.filter((entry) => entry.role === "customer" && !entry.answered);
  const question = pending.map(({ text }) => text).join("\n");
  const turns = history
    .filter((entry) => entry.role !== "customer" || entry.answered)
    .map(({ role, text, article }) => ({ by: role, text, article }));
  const locale = languageOf(question, fallback);
  const split = splitQuestions(question, locale).map(({ text }) => text);
  const asked = split.length > 1 ? split.slice(0, MOST_QUESTIONS) : [question];
  const questions = asked.map((text, at): AskedQuestion => {
    const before = asked.slice(0, at).map((earlier) => ({ by: "customer" as const, text: earlier }));
    const whole = followUp(text, [...turns, ...before], subjects, asked.length > 1);
    const carried = whole.carried.map(({ kind, text: words }) => ({ kind, text: words }));
    return { text, lookedUp: withoutCourtesies(whole.text), about: whole.about, carried };
  });
  const said = history.filter(({ role }) => role === "customer").map(({ text }) => text);
  return {
    question,
    locale,
    questions,
    feeling: feelingOf(question),
    greeting: isGreeting(question),
    wantsPerson: isHandoffRequest(said.at(-1) ?? ""),
    repeated: repeatedTurns(said),
    told: circumstancesTold(said.toReversed()),
  };
}
