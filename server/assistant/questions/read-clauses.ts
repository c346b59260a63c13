import type { Break, Clause, Language } from "./clause";

const ITEM =
  /(?<=^|\n|[。.!?？！:：;；,，\s])\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九]|[a-dA-D])[)）.、．:：](?!\d)|[①-⑩]|[-•*·](?=\s))\s*/gu;
const SENTENCE = /[。！？!?；;\n]+["”')）]*|\.(?=\s|$)|…+/gu;
const COMMA = /(?<!\d),|,(?!\d)|，|(?<=\p{Script=Han}) +(?=\p{Script=Han})|\s[-–—]\s/gu;

type Span = { start: number; end: number; after: Break };

/** Cuts spans where a pattern matches; what it matched stays with the piece before it, unless `drop`. */
function cut(text: string, spans: readonly Span[], pattern: RegExp, kind: Break, drop: boolean): Span[] {
  return spans.flatMap((span) => {
    const pieces: Span[] = [];
    let [start, after] = [span.start, span.after];
    for (const match of text.slice(span.start, span.end).matchAll(pattern)) {
      const at = span.start + match.index;
      pieces.push({ start, end: drop ? at : at + match[0].length, after });
      [start, after] = [at + match[0].length, kind];
    }
    return [...pieces, { start, end: span.end, after }];
  });
}

const letters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function clauseOf(text: string, span: Span, language: Language): Clause {
  const whole = text.slice(span.start, span.end);
  const lead = /^[\s,，。.!！?？;；、:：]*/u.exec(whole)?.[0].length ?? 0;
  const joined = language.joining.exec(whole.slice(lead))?.[0].length ?? 0;
  const start = span.start + lead + (letters(whole.slice(lead + joined)) ? joined : 0);
  const end = span.start + whole.trimEnd().length;
  const own = text.slice(start, Math.max(start, end));
  const isJoined = joined > 0 || language.further.test(own);
  const after = isJoined && span.after !== "item" && span.start > 0 ? "word" : span.after;
  // The mark at the end of "…, London?" belongs to the sentence: behind a comma the words themselves have to ask.
  const judged = after === "comma" ? own.replace(/[?？]+$/u, "") : own;
  return { text: own, start, end: Math.max(start, end), after, kind: language.kindOf(judged) };
}

/** Cuts a clause at a joining word inside it, when both sides ask, or the second one alone where the first may answer. */
function cutInside(text: string, clause: Clause, language: Language, answers: boolean): Clause[] {
  const at = clause.text.slice(1).search(language.inside) + 1;
  if (at < 2) return [clause];
  const halves = [
    { start: clause.start, end: clause.start + at, after: clause.after },
    { start: clause.start + at, end: clause.end, after: "word" as const },
  ].map((span) => clauseOf(text, span, language));
  const [left, right] = halves;
  const both = left && right && (answers || asksByItself(left)) && asksByItself(right);
  return both ? [left, ...cutInside(text, right, language, answers)] : [clause];
}

function asksByItself({ kind, text }: Clause): boolean {
  const long = /\p{Script=Han}/u.test(text) ? [...text].length >= 3 : text.trim().split(/\s+/).length >= 3;
  return kind === "asks" && long;
}

/**
 * The clauses of a message, with what each does and how it is parted from the one before.
 * @param answers the message may begin with the answer to what was asked: "A1029 and how long does it take?" is two clauses.
 */
export function readClauses(text: string, language: Language, answers = false): Clause[] {
  let spans: Span[] = [{ start: 0, end: text.length, after: "start" }];
  spans = cut(text, spans, ITEM, "item", true);
  spans = cut(text, spans, SENTENCE, "sentence", false);
  spans = cut(text, spans, COMMA, "comma", false);
  const clauses = spans
    .filter(({ start, end }) => letters(text.slice(start, end)))
    .map((span) => clauseOf(text, span, language));
  return withoutBareJoins(clauses, language).flatMap((clause) => cutInside(text, clause, language, answers));
}

/** "Also," by itself is no clause: it says that the next one is new. */
function withoutBareJoins(clauses: readonly Clause[], language: Language): Clause[] {
  const bare = ({ text }: Clause) => language.joining.exec(`${text.replace(/[\s,，:：.。]+$/u, "")} `)?.[0].trim();
  return clauses.flatMap((clause, index): Clause[] => {
    const previous = clauses[index - 1];
    const joins = (one: Clause) => bare(one) === one.text.replace(/[\s,，:：.。]+$/u, "");
    if (joins(clause)) return [];
    return [previous && joins(previous) && clause.after !== "item" ? { ...clause, after: "word" } : clause];
  });
}
