import { parse as parseCsv } from "csv-parse/sync";
import {
  ACCEPTED_LIMIT,
  CASE_NOTE_LIMIT,
  CASE_TEXT_LIMIT,
  caseTextSchema,
  EARLIER_LIMIT,
  EXPECTATIONS,
  type Expectation,
} from "@/lib/contracts/evaluation";
import { isLocale, type Locale } from "@/lib/i18n";
import { isStorable } from "@/lib/text/storable";

/** A case as a file names it; `articles` by slug, external id or id. */
export type CaseEntry = {
  /** Where it came from, for the report: `name:line`. */
  origin: string;
  locale: Locale;
  question: string;
  earlier: string[];
  expected: Expectation;
  articles: string[];
  note: string;
};
export type CaseRefusal = { origin: string; reason: string };

/** The names a column may have, lower case, the canonical one first. */
const FIELDS = {
  question: ["question", "问题"],
  locale: ["locale", "language", "lang", "语言"],
  earlier: ["earlier", "history", "之前", "上文"],
  expected: ["expected", "expectation", "期望", "预期"],
  articles: ["articles", "article", "文章"],
  note: ["note", "备注"],
} as const;

/** Thrown by a reader for one row that cannot be taken; becomes a line of the report. */
class Refusal extends Error {}

/**
 * Reads a golden set: JSON lines when the first thing in it is `{`, else CSV with a head. Several values in a cell stand
 * between `|`. A row without an expectation expects its articles, or, without any, that nothing answers it. Pure.
 * @param locale of rows that name none.
 */
export function parseCases(
  { name, text }: { name: string; text: string },
  locale: Locale,
): { entries: CaseEntry[]; refused: CaseRefusal[] } {
  const plain = text.replace(/^\uFEFF/, "");
  const read = plain.trimStart().startsWith("{") ? readJsonLines(name, plain) : readCsv(name, plain);
  const [entries, refused]: [CaseEntry[], CaseRefusal[]] = [[], []];
  for (const { origin, record } of read) {
    try {
      entries.push(entryOf(origin, record, locale));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ origin, reason: error.message });
    }
  }
  return { entries, refused };
}

type Row = { origin: string; record: unknown };

function readJsonLines(name: string, text: string): Row[] {
  return text.split(/\r?\n/).flatMap((line, at): Row[] => {
    if (line.trim() === "") return [];
    try {
      return [{ origin: `${name}:${at + 1}`, record: JSON.parse(line) }];
    } catch {
      return [{ origin: `${name}:${at + 1}`, record: "not_json" }];
    }
  });
}

function readCsv(name: string, text: string): Row[] {
  try {
    const options = { columns: true, skip_empty_lines: true, relax_column_count: true, info: true } as const;
    const rows: { record: unknown; info: { lines: number } }[] = parseCsv(text, options);
    return rows.map(({ record, info }) => ({ origin: `${name}:${info.lines}`, record }));
  } catch {
    return [{ origin: name, record: "not_csv" }];
  }
}

function entryOf(origin: string, record: unknown, fallback: Locale): CaseEntry {
  if (typeof record === "string") throw new Refusal(record);
  if (typeof record !== "object" || record === null || Array.isArray(record)) throw new Refusal("not_an_object");
  const byName = new Map(Object.entries(record).map(([key, value]) => [key.trim().toLowerCase(), value]));
  const field = (name: keyof typeof FIELDS): unknown => FIELDS[name].map((key) => byName.get(key)).find(Boolean);
  const articles = listOf(field("articles"));
  if (articles.length > ACCEPTED_LIMIT) throw new Refusal("too_many_articles");
  const expected = expectationOf(field("expected"), articles);
  const earlier = listOf(field("earlier")).map(said);
  if (earlier.length > EARLIER_LIMIT) throw new Refusal("too_many_turns");
  const note = String(field("note") ?? "").trim();
  if (note.length > CASE_NOTE_LIMIT || !isStorable(note)) throw new Refusal("note");
  const locale = String(field("locale") ?? fallback)
    .toLowerCase()
    .split(/[-_]/)[0];
  if (!isLocale(locale)) throw new Refusal("unknown_locale");
  return { origin, locale, question: said(field("question")), earlier, expected, articles, note };
}

/** An export marks with an apostrophe what a spreadsheet would take for a formula. */
const unmarked = (text: string) => text.replace(/^'(?=[=+\-@])/, "");

function said(value: unknown): string {
  if (typeof value === "string" && value.trim().length > CASE_TEXT_LIMIT) throw new Refusal("too_long");
  const { success, data } = caseTextSchema.safeParse(typeof value === "string" ? unmarked(value) : value);
  if (!success) throw new Refusal("question_missing");
  return data;
}

function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === "string" ? value.split("|") : [];
  return list.map((each) => String(each).trim()).filter(Boolean);
}

function expectationOf(value: unknown, articles: readonly string[]): Expectation {
  const named = value === undefined ? undefined : EXPECTATIONS.find((known) => known === String(value).trim());
  if (value !== undefined && !named) throw new Refusal("unknown_expectation");
  const expected = named ?? (articles.length > 0 ? "article" : "handoff");
  if ((expected === "article") !== articles.length > 0) throw new Refusal("articles_missing");
  return expected;
}
