import type { ActionOutline } from "@/lib/contracts/actions";
import type { CarriedOver } from "@/lib/contracts/answer-trace";
import type { Circumstances } from "@/lib/contracts/circumstances";
import type { Feeling } from "@/lib/contracts/understanding";
import type { Locale } from "@/lib/i18n";
import { isHandoffRequest } from "@/server/conversations/handoff-request";
import type { OpenRun } from "./actions/action-claim";
import { leanOn, matterOf } from "./actions/matter";
import { expectedBy, type Reply, readReply } from "./actions/read-reply";
import { cutWishes } from "./actions/wanted-actions";
import { languageOf } from "./answer-language";
import { circumstancesTold } from "./circumstances/known-circumstances";
import type { AnswerClaim, HistoryEntry } from "./claim-answer";
import { withoutCourtesies } from "./courtesies";
import { answerToOffer, type OfferAnswer } from "./deciding/answer-to-offer";
import { lastReply, mayBeObjectedTo } from "./deciding/failed-answers";
import { besideObjection } from "./deciding/objection";
import { repeatedTurns } from "./deciding/repeated-turns";
import { feelingOf } from "./feelings/feeling-of";
import { askedAgain } from "./follow-up/asked-again";
import { followUp } from "./follow-up/follow-up";
import { besideRequest } from "./questions/beside-request";
import { splitQuestions } from "./questions/split-questions";
import { type SmallTalk, smallTalkOf } from "./small-talk";

/** Beyond this a message is a letter, not a list of questions. */
const MOST_QUESTIONS = 8;

/**
 * One question as it was asked and as it is looked up. `goingOn`: the other reading, as a further word on the last question.
 * `bare`: words alone cannot tell that something was left out, and knowledge may know the question as it was asked.
 */
export type AskedQuestion = {
  text: string;
  lookedUp: string;
  about: string | null;
  carried: CarriedOver[];
  goingOn?: string;
  bare?: true;
};

/** A question looked up just as it was asked. */
export const askedAs = (text: string): AskedQuestion => ({ text, lookedUp: text, about: null, carried: [] });

/** What was asked: every message since the last reply, in the language it was asked in. */
export type Understood = {
  question: string;
  locale: Locale;
  /** In the order asked; never empty. */
  questions: AskedQuestion[];
  /** The title of what the last answer was taken from. */
  lastArticle: string | null;
  /** The earlier question that the message asks again of something else. */
  again: string | null;
  feeling: Feeling;
  /** Courtesies and nothing else, or a question after who answers. */
  smallTalk: SmallTalk | null;
  /**
   * The newest message asks for a person, or says yes to one that was offered: nothing else, or beside questions, which
   * `questions` holds.
   */
  wantsPerson: "alone" | "beside" | null;
  /** What is made of what the assistant offered last; a choice that was picked is the question. */
  toOffer: OfferAnswer | null;
  /** The message objects to the answer before it, alone or with a question beside that. */
  objection: "alone" | "beside" | null;
  /** A person was offered before, with none there or for want of an answer. */
  personOffered: boolean;
  /** How often in a row the customer has said the same. */
  repeated: number;
  /** What the customer has said of where and on what they are. */
  told: Circumstances;
  /** The message taken apart for the action that waits for an answer; null where none does. */
  reply: Reply | null;
};

/** What can be done for the customer, and what is being done. */
export type Doing = { usable: readonly ActionOutline[]; run: OpenRun | null };

const NOTHING: Doing = { usable: [], run: null };

/**
 * Reads what is to be answered against what came before: several questions are told apart, each is made whole with what it
 * leaves out, and the mood is heard. Pure.
 * @param subjects the names that articles come in sets about: products, places.
 * @param doing where an action is under way, the message is first of all an answer to it.
 */
export function understand(
  { history, locale: fallback }: Pick<AnswerClaim, "history" | "locale">,
  subjects: readonly string[],
  doing: Doing = NOTHING,
): Understood {
  const pending = history.filter((entry) => entry.role === "customer" && !entry.answered);
  const written = pending.map(({ text }) => text).join("\n");
  const toOffer = offerAnswerIn(written, history, doing);
  const question = toOffer?.wants === "choice" ? toOffer.choice : written;
  const turns = history
    .filter((entry) => entry.role !== "customer" || entry.answered)
    .map(({ role, text, article }) => ({ by: role, text, article }));
  const locale = languageOf(question, fallback);
  const said = history.filter(({ role }) => role === "customer").map(({ text }) => text);
  const requested = toOffer?.wants === "person" || isHandoffRequest(said.at(-1) ?? "");
  const objected = doing.run || toOffer || requested ? null : besidesObjection(written, history);
  const besides = requested ? besideRequest(question, locale) : (objected ?? "");
  // Who asks for a person tells an action nothing.
  const reply = requested ? null : replyIn(question, locale, doing);
  const asked = (reply ? besideOf(reply) : partsOf(besides || question, locale, doing)).slice(0, MOST_QUESTIONS);
  const under = reply && reply.asides.length > 0 ? usableUnder(doing) : undefined;
  const matter = under ? matterOf(under, locale) : null;
  const questions = asked.map((text, at): AskedQuestion => {
    const before = asked.slice(0, at).map((earlier) => ({ by: "customer" as const, text: earlier }));
    const whole = followUp(text, [...turns, ...before], subjects, asked.length > 1 || under !== undefined);
    const carried = whole.carried.map(({ kind, text: words }) => ({ kind, text: words }));
    const about = reply?.expected === "consent" || carried.length === 0;
    const lean = matter && about ? leanOn(matter, withoutCourtesies(text), locale) : null;
    if (matter && lean) return { text, lookedUp: lean, about: whole.about, carried: [{ kind: "topic", text: matter }] };
    const { about: named, goingOn, bare } = whole;
    return {
      text,
      lookedUp: withoutCourtesies(whole.text),
      about: named,
      carried,
      ...(goingOn && { goingOn }),
      ...(bare && { bare }),
    };
  });
  return {
    question,
    locale,
    questions,
    lastArticle: turns.findLast(({ by }) => by !== "customer")?.article ?? null,
    again: questions.length > 1 ? null : askedAgain(question, turns),
    feeling: feelingOf(question),
    smallTalk: smallTalkOf(question),
    wantsPerson: requested ? (besides === "" ? "alone" : "beside") : null,
    toOffer,
    objection: objected === null ? null : objected === "" ? "alone" : "beside",
    personOffered: history.some(({ reply: earlier }) => earlier?.decision?.started === false),
    repeated: repeatedTurns(said),
    told: circumstancesTold(said.toReversed()),
    reply,
  };
}

/** A yes to a person counts at any time; any other answer to a waiting action is the action's to hear. */
function offerAnswerIn(message: string, history: readonly HistoryEntry[], { run }: Doing): OfferAnswer | null {
  const answer = answerToOffer(message, lastReply(history)?.decision ?? null);
  return run && answer?.wants !== "person" ? null : answer;
}

function besidesObjection(message: string, history: readonly HistoryEntry[]): string | null {
  return mayBeObjectedTo(lastReply(history)) ? besideObjection(message) : null;
}

function replyIn(question: string, locale: Locale, doing: Doing): Reply | null {
  const { run, usable } = doing;
  return run && readReply(question, locale, expectedBy(run, usableUnder(doing)), usable);
}

const usableUnder = ({ usable, run }: Doing) => usable.find(({ key }) => key === run?.key);

const besideOf = ({ asides, whole }: Reply): string[] => (asides.length > 0 ? asides.map(({ text }) => text) : [whole]);

/** The questions and wishes of a message; the message as it is where it holds one. */
function partsOf(question: string, locale: Locale, { usable }: Doing): string[] {
  const split = splitQuestions(question, locale).flatMap(({ text }) => cutWishes(text, usable, false));
  return split.length > 1 ? split : [question];
}
