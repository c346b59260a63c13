import { conditionsIn, withoutReplaced } from "./conditions";
import { contentWords, namesSubject, personIn, topicOf } from "./topic-en";
import type { Carried, KeptTurn, Standalone } from "./turn";
import { CONTINUES, pointerIn } from "./words-en";

/** Fewer words than this that carry something leave the rest to what was said before. */
const WHOLE_QUESTION = 2;
const POSSESSIVE = /^(?:its|their|his|theirs|hers)$/i;
const ONE = /\b(?:the )?(\w+ )?ones?\b/i;

/** What a message is about that goes on with the last question: that question, conditions replaced, then the message. */
function continued(message: string, turns: readonly KeptTurn[]): Standalone | null {
  const asked = turns.findLast(({ by, text }) => by === "customer" && contentWords(text) > 0);
  if (!asked) return null;
  const rest = withoutReplaced(asked.text, message).replace(/[?.!\s]+$/, "");
  const said = message
    .replace(CONTINUES, "")
    .replace(/\b(?:the )?(\w+) ones?\b/gi, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const carried: Carried[] = [{ kind: "topic", text: rest, fromTurn: asked.at }];
  const kept = conditionsIn(rest);
  for (const condition of kept) carried.push({ kind: "condition", text: condition, fromTurn: asked.at });
  return { text: `${rest} ${said}`, carried };
}

const PERSON = /^(?:he|she|him|his|her|hers)$/i;

/** What a pointer points at: a person is the name said most, a thing the subject or what was asked about last. */
function pointedAt(word: string, turns: readonly KeptTurn[], entity: Carried | null): Carried | null {
  if (entity) return entity;
  const person = personIn(turns.map(({ text }) => text));
  if (person && (PERSON.test(word) || /^the/i.test(word))) {
    return { kind: "topic", text: person, fromTurn: turns.findLast(({ text }) => text.includes(person))?.at ?? 0 };
  }
  if (PERSON.test(word)) return null;
  for (const { text, article, by, at } of [...turns].reverse()) {
    const topic = topicOf(by === "customer" ? text : (article ?? ""));
    if (topic) return { kind: "topic", text: topic, fromTurn: at };
  }
  return null;
}

const ASKS = /\b(?:how|what|when|where|why|which|who|do|does|did|is|are|can|could|will|would|should|may)\b/i;

/** Whether it holds a word that asks. */
export const asksInEnglish = (message: string): boolean => ASKS.test(message);

/** Whether it asks something about something it names. */
export function asksForItselfInEnglish(message: string): boolean {
  return !pointerIn(message) && asksInEnglish(message.replace(CONTINUES, "")) && contentWords(message) > 0;
}

/** Whether a short message is a question all the same, and not the rest of one: "What is Plus?", but not "how long?" or "the price?". */
const isWhole = (message: string): boolean => asksForItselfInEnglish(message) && namesSubject(message);

/** `followUp` for a message in English. */
export function followUpEnglish(message: string, turns: readonly KeptTurn[], entity: Carried | null): Standalone {
  const pointer = pointerIn(message);
  const words = contentWords(message);
  const goesOn = CONTINUES.test(message) && words <= WHOLE_QUESTION + 1;
  const isOne = ONE.test(message) && words <= WHOLE_QUESTION;
  const bare = !pointer && words < WHOLE_QUESTION && !entity && !isWhole(message);
  if (goesOn || isOne || bare) {
    const whole = continued(message, turns) ?? { text: message, carried: [] };
    return bare && !goesOn && !isOne ? { ...whole, bare } : whole;
  }
  if (!pointer) return { text: message, carried: [] };
  const topic = pointedAt(pointer.word, turns, entity);
  if (!topic || message.toLowerCase().includes(topic.text.toLowerCase())) return { text: message, carried: [] };
  const name = POSSESSIVE.test(pointer.word) ? `${topic.text}'s` : topic.text;
  const text = message.slice(0, pointer.at) + name + message.slice(pointer.at + pointer.word.length);
  return { text, carried: [topic] };
}
