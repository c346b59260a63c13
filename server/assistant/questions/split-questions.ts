import type { Locale } from "@/lib/i18n";
import { CHINESE } from "./chinese";
import type { Clause, Language } from "./clause";
import { ENGLISH } from "./english";
import { readClauses } from "./read-clauses";

/** One question of a message: made whole for looking up, and where it stands, `[start, end)`. */
export type SplitQuestion = { text: string; start: number; end: number };

/** The clauses of one question. */
type Draft = Clause[];

const LIMIT = 4000;
const MOST = 8;

const asks = ({ kind }: Clause) => kind === "asks";
const isNew = ({ after }: Clause) => after === "item" || after === "word";

/**
 * Whether a clause opens a question of its own. What only asks back about the words before ("可以吗") does not; a request
 * does unless the clause right behind it asks about it ("我想退货，怎么退"); a mere wish beside a question tells why it is asked.
 */
function opens(clause: Clause, next: Clause | undefined, current: Draft | undefined, language: Language): boolean {
  if (asks(clause)) return true;
  if (clause.kind === "tag") return current === undefined;
  if (clause.kind !== "requests") return clause.after === "item" && clause.kind === "tells";
  if (next !== undefined && !isNew(next) && explains(next, clause, language)) return false;
  if (current === undefined || isNew(clause)) return true;
  const wish = language.wish.test(clause.text);
  return clause.after === "sentence" && (!wish || current.every(({ kind }) => kind !== "asks"));
}

function explains(next: Clause, request: Clause, language: Language): boolean {
  if (next.kind === "tag") return true;
  return asks(next) && (next.after === "comma" || language.leans(next.text) || language.wish.test(request.text));
}

const RECORD = /\d{4,}/;

/** Whether what was told before a further wish is no part of it: it names a record that something is wrong with. */
function isMatter(told: Draft, wish: Clause, language: Language): boolean {
  if (wish.after !== "word" || wish.kind !== "requests" || language.leans(wish.text)) return false;
  return told.some(({ text }) => RECORD.test(text) && language.trouble.test(text));
}

/** Puts clauses together to questions; what only tells goes with the question it leads to, or else with the one before. */
function gather(clauses: readonly Clause[], language: Language): Draft[] {
  const drafts: Draft[] = [];
  let told: Clause[] = [];
  clauses.forEach((clause, index) => {
    const current = drafts.at(-1);
    if (clause.kind === "number" && current && told.length === 0) current.push(clause);
    else if (clause.kind === "tag" && (told.length > 0 || !current)) {
      drafts.push([...told, clause]);
      told = [];
    } else if (clause.kind === "tag" && current) current.push(clause);
    else if (opens(clause, clauses[index + 1], current, language)) {
      const apart = !current && isMatter(told, clause, language);
      if (apart) drafts.push(told);
      const mine = apart || (isNew(clause) && current) ? [] : told;
      if (mine.length === 0) current?.push(...told);
      drafts.push([...mine, clause]);
      told = [];
    } else told.push(clause);
  });
  const last = drafts.at(-1);
  if (last) last.push(...told);
  return drafts;
}

function made(text: string, drafts: readonly Draft[], language: Language): SplitQuestion[] {
  let before = "";
  return drafts.map((clauses) => {
    const worth = clauses.filter(({ kind }) => kind !== "courtesy");
    const kept = worth.length > 0 ? worth : clauses;
    const start = kept[0]?.start ?? 0;
    const end = kept.at(-1)?.end ?? start;
    const own = text
      .slice(start, end)
      .replace(/[\s,，、;；]+$/u, "")
      .trim();
    const whole = before === "" ? own : language.complete(own, before, kept[0] !== undefined && isNew(kept[0]));
    before = whole;
    return { text: whole, start, end };
  });
}

/**
 * The questions of a message, in order, at least one. One question is never cut in two: things joined by "and", what is
 * told about it, greetings, thanks and numbers stay with it, and a message with one question comes back as it is.
 * A further question that leaves out what it is about gets it from the one before ("发票怎么开，多久能收到" → "发票多久能收到").
 * At most eight; what is more stays with the last. Pure, any text.
 */
export function splitQuestions(text: string, locale: Locale): SplitQuestion[] {
  const whole = { text: text.trim(), start: 0, end: text.length };
  if (text.length > LIMIT) return [whole];
  const language = locale === "zh" ? CHINESE : ENGLISH;
  const drafts = gather(readClauses(text, language), language);
  if (drafts.length < 2) return [whole];
  const first = drafts.slice(0, MOST - 1);
  const rest = drafts.slice(MOST - 1);
  const questions = rest.length > 0 ? [...first, rest.flat()] : first;
  return made(text, questions, language);
}
