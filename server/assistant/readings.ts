import type { Passage } from "@/lib/contracts/knowledge";
import type { Recognition } from "./recogniser/recognise";
import type { AskedQuestion } from "./understand";

/** A wording that is recognised so surely asks for that, though it names nothing of its own. */
const KNOWN = 0.8;

/** Whether a wording by itself tells what it asks for. Pure. */
export const isKnown = (seen: Recognition | null): boolean => seen !== null && seen.confidence >= KNOWN;

/**
 * A question that seemed to leave something out as it was asked, where knowledge knows that very wording; any other as it
 * was. Pure.
 */
export function knownAlone(question: AskedQuestion, see: (wording: string) => Recognition | null): AskedQuestion {
  const { text, about, carried, bare, goingOn } = question;
  if (!bare || !isKnown(see(text))) return question;
  return { text, lookedUp: text, about, carried: carried.filter(({ kind }) => kind === "entity"), goingOn };
}

/**
 * What two readings of one question found. What both find goes before what one of them finds; the first is as likely as
 * the surer reading says, the others as they compare with it. Pure.
 */
export function bothReadings(read: readonly Passage[], goingOn: readonly Passage[]): Passage[] {
  const articles = Map.groupBy([...read, ...goingOn], ({ articleId }) => articleId);
  const weighed = [...articles.values()]
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const confidences = [first, ...others].map(({ confidence }) => confidence);
      const sum = confidences.reduce((one, other) => one + other, 0);
      return { passage: first, sum, surest: Math.max(...confidences) };
    })
    .toSorted((one, other) => other.sum - one.sum);
  const [best] = weighed;
  if (!best || best.sum === 0) return weighed.map(({ passage }) => passage);
  return weighed.map(({ passage, sum }) => ({ ...passage, confidence: (best.surest * sum) / best.sum }));
}

/** An article as likely as this answers a question by itself, whatever else does, and a wording this likely asks for one. */
const ANSWERS = 0.8;
const ASKS_FOR = 0.5;

/**
 * A question that takes nothing over, with what it found, best first. Where the article of the last answer answers it, too,
 * and the wording is not known to ask for another, it went on with that. Pure.
 */
export function stayingWith(
  lastArticle: string | null,
  question: AskedQuestion,
  passages: readonly Passage[],
  seen: Recognition | null,
): { question: AskedQuestion; passages: Passage[] } {
  const { carried, goingOn } = question;
  const last = passages.find(({ title, confidence }) => title === lastArticle && confidence >= ANSWERS);
  const isOther = carried.length > 0 || (seen?.confidence ?? 0) >= ASKS_FOR || passages[0]?.confidence === 1;
  if (!last || !goingOn || isOther || last === passages[0]) return { question, passages: [...passages] };
  return {
    question: { ...question, lookedUp: goingOn, carried: [{ kind: "topic", text: last.title }] },
    passages: [last, ...passages.filter((passage) => passage !== last)],
  };
}
