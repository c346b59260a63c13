import type { ActionChoice, ActionParameter, ParameterKind } from "@/lib/contracts/actions";
import type { FactKind } from "@/lib/contracts/understanding";
import { normalise } from "@/lib/text/normalise";
import { fitsPattern } from "@/lib/text/plain-pattern";
import { factsIn } from "../facts/facts-in";
import type { FactContext } from "../facts/finder";
import { asksForAccount, onlyIdentifies } from "./account-in";
import { fitsJsonType } from "./json-type";

/** The longest value that is kept, and as much of a message as is looked through. */
export const VALUE_LENGTH = 500;
const READ = 4000;

/** Where and when a message was written. */
export type ValueContext = Pick<FactContext, "locale" | "now" | "timeZone">;

const TICKET = /(?:^|[^\p{L}\p{N}]|[\p{Script=Han}])[#＃]?(\d{5,9})(?![\p{L}\p{N}.-]*\d)/gu;
const NUMBER = /(?<![\w.,-])\d{1,9}(?:,\d{3})*(?:\.\d{1,2})?(?![\w.,-]*\d)/g;
const CODE_LIKE = /[A-Za-z0-9][A-Za-z0-9_-]{1,39}/g;

const unique = (values: string[]) => [...new Set(values)];
const all = (text: string, pattern: RegExp, group = 0) =>
  Array.from(text.matchAll(pattern), (match) => match[group] ?? "");

/** The valid facts of these kinds in a text, in the order they stand; of a span of days both ends. */
function told(text: string, context: ValueContext, ...kinds: FactKind[]): string[] {
  const facts = factsIn(text, context).filter(({ kind, valid }) => valid && kinds.includes(kind));
  return unique(
    facts.flatMap(({ kind, value }) => {
      if (typeof value !== "string") return [String(value.amount)];
      return kind === "date" ? value.split("/") : [value];
    }),
  );
}

/** The e-mail addresses in a text, in one spelling. */
export const emailsIn = (text: string, context: ValueContext): string[] => told(text.slice(0, READ), context, "email");

const POSITION = /^(?:第|no\.?\s?|option\s)?([1-9一二三四五六七八九]|first|second|third)(?:个|项|种|one)?[.。、)）]?$/u;
const DIGITS: Record<string, number> = Object.fromEntries(
  [..."一二三四五六七八九"]
    .map((digit, at) => [digit, at + 1])
    .concat([
      ["first", 1],
      ["second", 2],
      ["third", 3],
    ]),
);

/** The choices a text names: by value, label or further words, else by its place in the list. */
export function choicesIn(text: string, choices: readonly ActionChoice[]): string[] {
  const said = normalise(text);
  const named = choices
    .map(({ value, labels, words = [] }) => ({
      value,
      length: Math.max(
        0,
        ...[value, labels.zh, labels.en, ...words].map((word) => lengthIfSaid(said, normalise(word))),
      ),
    }))
    .filter(({ length }) => length > 0);
  // "Buds 2 Pro" also contains "Buds 2": what is contained in a longer name that was said is not meant.
  const longest = Math.max(0, ...named.map(({ length }) => length));
  const meant = named.filter(({ length }) => length === longest).map(({ value }) => value);
  if (meant.length > 0) return meant;
  const place = POSITION.exec(said)?.[1];
  const at = place === undefined ? 0 : (DIGITS[place] ?? Number(place));
  const chosen = choices[at - 1];
  return chosen && choices.length <= 9 ? [chosen.value] : [];
}

function lengthIfSaid(said: string, word: string): number {
  if (word === "") return 0;
  const at = said.indexOf(word);
  if (at < 0) return 0;
  const latin = /[a-z0-9]/;
  const glued =
    (latin.test(word[0] ?? "") && latin.test(said[at - 1] ?? " ")) ||
    (latin.test(word.at(-1) ?? "") && latin.test(said[at + word.length] ?? " "));
  return glued ? 0 : word.length;
}

function found(text: string, parameter: ActionParameter, context: ValueContext): string[] {
  const plain = text.slice(0, READ).normalize("NFKC");
  switch (parameter.kind) {
    case "order_number":
      return parameter.pattern ? unique(all(plain, CODE_LIKE)) : told(plain, context, "order_number");
    case "ticket_number":
      return unique(all(plain, TICKET, 1));
    case "email":
    case "phone":
    case "date":
      return told(plain, context, parameter.kind);
    case "contact":
      return told(plain, context, "email", "phone");
    case "amount": {
      const sums = told(plain, context, "amount");
      return sums.length > 0 ? sums : unique(all(plain, NUMBER).map((digits) => digits.replaceAll(",", "")));
    }
    case "product":
    case "choice":
      return choicesIn(plain, parameter.choices);
    default:
      return [];
  }
}

/** Kinds whose value is all that was said, and so is never looked for in what was said before. */
export function isFreeText(kind: ParameterKind): boolean {
  return kind === "text" || kind === "address";
}

/** The values of a parameter's kind that a text holds, in one spelling, well formed, in the order they were written. */
export function valuesIn(text: string, parameter: ActionParameter, context: ValueContext): string[] {
  return found(text, parameter, context).filter(
    (value) => value.length <= VALUE_LENGTH && fitsPattern(value, parameter.pattern) && fitsJsonType(value, parameter),
  );
}

const SHORTEST: Partial<Record<ParameterKind, number>> = { text: 2, address: 6 };

/** What an answer to a parameter's question gives: its values, or the whole text where free text is asked for. An address, a number or a code is no account of anything. */
export function answersFor(text: string, parameter: ActionParameter, context: ValueContext): string[] {
  if (!isFreeText(parameter.kind)) return valuesIn(text, parameter, context);
  const said = text.trim();
  if (asksForAccount(parameter) && onlyIdentifies(said.slice(0, READ))) return [];
  const fits = [...said].length >= (SHORTEST[parameter.kind] ?? 1) && said.length <= VALUE_LENGTH;
  return fits && fitsPattern(said, parameter.pattern) && fitsJsonType(said, parameter) ? [said] : [];
}
