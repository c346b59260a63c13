import type { ActionOutline } from "@/lib/contracts/actions";
import type { Locale } from "@/lib/i18n";
import { CHINESE } from "../questions/chinese";
import type { Clause, Language } from "../questions/clause";
import { ENGLISH } from "../questions/english";
import { readClauses } from "../questions/read-clauses";
import type { OpenRun } from "./action-claim";
import { asksSomething, callsOff, consentOf } from "./consent";
import { SLOTS } from "./run-state";
import { isFreeText } from "./values-in";
import { cutWishes } from "./wanted-actions";

/** What an action may wait for: free words, a yes or no, or a value that is known by its form. */
export type Expected = "text" | "consent" | "value";

/** A question or wish beside what an action is told. `more`: the message says itself that it is a further one. */
type Aside = { text: string; clause: Clause; does: "asks" | "requests"; more: boolean };

/** A message to an action that waits for something, in pieces. */
export type Reply = { whole: string; expected: Expected; clauses: Clause[]; asides: Aside[] };

/** What an action waits for. Pure. */
export function expectedBy({ slot }: OpenRun, action: ActionOutline | undefined): Expected {
  if (slot === SLOTS.confirmation) return "consent";
  const parameter = action?.parameters.find(({ name }) => name === slot);
  return parameter && isFreeText(parameter.kind) ? "text" : "value";
}

/** A mark at its end makes no question of a value: "A1029?" */
const MARK = /(?:[?？吗嘛]\s*)+$/u;
const SHORT = 24;
/** "Is too small" begins like a question where words are asked for, and is none. */
const asksPlainly = (text: string): boolean => /\p{Script=Han}/u.test(text) || asksSomething(text);

function asideOf(clause: Clause, language: Language, expected: Expected): Aside["does"] | null {
  const { text, kind } = clause;
  if (consentOf(text) !== null || callsOff(text)) return null;
  if (kind === "requests") return "requests";
  if (kind !== "asks" || (expected === "text" && !asksPlainly(text))) return null;
  const bare = text.trim().replace(MARK, "");
  const byMark = bare.length < SHORT && /\d{4}|@/.test(bare) && language.kindOf(bare) !== "asks";
  return byMark ? null : "asks";
}

/** Cuts a clause where a wish for another action begins in it. */
function cutClause(clause: Clause, usable: readonly ActionOutline[], language: Language): Clause[] {
  const pieces = cutWishes(clause.text, usable, true);
  if (pieces.length < 2) return [clause];
  return pieces.flatMap((text, at): Clause[] => {
    const kind = language.kindOf(text);
    if (at === 0) return text === "" ? [] : [{ ...clause, text, kind }];
    return [{ ...clause, text, after: "word", kind: kind === "asks" ? kind : "requests" }];
  });
}

/** From here on a clause is no bare value, such as the name of a thing. */
const longEnough = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) ? [...text].length > 6 : text.trim().split(/\s+/).length > 3;

/** The clauses that only lead to a question, right before it: they are part of it unless they may be what was asked for. */
function leadTo(clauses: readonly Clause[], at: number, expected: Expected): Clause[] {
  if (expected !== "value") return [];
  const first = clauses.slice(0, at).findLastIndex(({ kind }) => kind !== "tells") + 1;
  return clauses.slice(first, at).filter(({ text }) => longEnough(text) && !/\d{4}|@/.test(text));
}

/**
 * Takes a message to a waiting action apart: what may be told to it, and what it asks or wants besides. A message that is
 * nothing but an answer, a yes or a no has nothing beside it. Pure.
 */
export function readReply(whole: string, locale: Locale, expected: Expected, usable: readonly ActionOutline[]): Reply {
  const language = locale === "zh" ? CHINESE : ENGLISH;
  if (saysOneThing(whole)) return { whole, expected, clauses: [], asides: [] };
  const clauses = readClauses(whole, language, true).flatMap((clause) => cutClause(clause, usable, language));
  const asides = clauses.flatMap((clause, at): Aside[] => {
    const does = asideOf(clause, language, expected);
    if (!does) return [];
    const text = [...leadTo(clauses, at, expected), clause]
      .map((each) => each.text)
      .join(" ")
      .trim();
    return [
      {
        text: text.replace(/[\s,，、;；]+$/u, ""),
        clause,
        does,
        more: clause.after === "word" || clause.after === "item",
      },
    ];
  });
  return { whole, expected, clauses, asides };
}

const saysOneThing = (whole: string) => callsOff(whole) || (consentOf(whole) !== null && !/[,，.。;；]/.test(whole));

/** From here on a message with a question in it is an account of something, where words are asked for. */
const ACCOUNT = 40;

/**
 * Which asides stand beside what is told: whether an action other than the waiting one is wanted, and what knowledge
 * answers, is seen by the caller. The rest belongs to what is told. Pure.
 */
export function besideIn(
  { expected, asides, clauses, whole }: Reply,
  seen: readonly { wanted: boolean; answered: boolean }[],
): boolean[] {
  const alone =
    toldIn(
      { expected, asides, clauses, whole },
      asides.map(() => true),
    ) === "";
  return asides.map(({ does, more }, at) => {
    const { wanted = false, answered = false } = seen[at] ?? {};
    if (wanted) return true;
    if (does === "requests") return answered && (expected === "text" ? more : !alone);
    if (expected !== "text") return true;
    return whole.length < ACCOUNT || (!alone && (more || answered));
  });
}

/** What is left to tell when the asides that stand beside it are taken away. Pure. */
export function toldIn({ expected, asides, clauses, whole }: Reply, beside: readonly boolean[]): string {
  if (!beside.includes(true)) return whole;
  const taken = new Set(asides.filter((_, at) => beside[at]).map(({ clause }) => clause));
  const left = clauses.filter((clause) => !taken.has(clause));
  const kept = expected === "text" ? left.filter(({ kind }) => kind !== "courtesy" && kind !== "tag") : left;
  const joined = kept
    .map(({ text }) => text)
    .join(" ")
    .trim();
  const nothing = expected !== "consent" && kept.every(({ kind }) => kind === "courtesy");
  return nothing ? "" : joined.replace(/[\s,，、;；]+$/u, "");
}
