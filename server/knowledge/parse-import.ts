import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { type ImportEntry, type ImportRefusal, readImportEntry } from "./import-entry";

export type ImportFile = { path: string; bytes: Uint8Array };
export type LocalisedEntry = ImportEntry & { locale: Locale };
type Read = ImportEntry | ImportRefusal;

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const JUDGED = 20_000;

/**
 * Reads files into entries: `.jsonl`/`.ndjson` and `.json` (an array), `.csv`, `.md` with YAML front matter, whose path
 * `<category>/<slug>.<locale>.md` gives what the front matter leaves out. Text is UTF-8, or GB 18030 when it is not that.
 * @param locale of entries that name none; without it each file's language is judged by its script.
 */
export function parseImport(
  files: readonly ImportFile[],
  locale?: Locale,
): { entries: LocalisedEntry[]; refused: ImportRefusal[] } {
  const entries: LocalisedEntry[] = [];
  const refused: ImportRefusal[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const read = readFile(file);
    const fallback = locale ?? judge(read);
    for (const entry of read) {
      if ("reason" in entry) {
        refused.push(entry);
        continue;
      }
      const localised = { ...entry, locale: entry.locale ?? fallback };
      const key = `${localised.locale} ${entry.externalId ?? `/${entry.slug ?? entry.title}`}`;
      if (seen.has(key)) refused.push({ origin: entry.origin, reason: "duplicate_id" });
      else entries.push(localised);
      seen.add(key);
    }
  }
  return { entries, refused };
}

function judge(read: readonly Read[]): Locale {
  let text = "";
  for (const entry of read) {
    if (text.length > JUDGED) break;
    if (!("reason" in entry)) text += `${entry.title} ${entry.questions.join(" ")} ${entry.body.slice(0, 500)}\n`;
  }
  const detected = detectLocale(text);
  return LOCALES.find((locale) => locale === detected) ?? DEFAULT_LOCALE;
}

function readFile({ path, bytes }: ImportFile): Read[] {
  const text = decode(bytes);
  if (text === null) return [{ origin: path, reason: "not_text" }];
  const extension = path.split(".").at(-1)?.toLowerCase();
  if (extension === "md" || extension === "markdown") return [readMarkdown(path, text)];
  if (extension === "jsonl" || extension === "ndjson") return readJsonLines(path, text);
  if (extension === "json") return readJson(path, text);
  if (extension === "csv") return readCsv(path, text);
  return [{ origin: path, reason: "unknown_type" }];
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return null;
}

function readJsonLines(path: string, text: string): Read[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const origin = `${path}:${at + 1}`;
    if (line.trim() === "") return [];
    try {
      return [readImportEntry(origin, JSON.parse(line))];
    } catch {
      return [{ origin, reason: "not_json" }];
    }
  });
}

function readJson(path: string, text: string): Read[] {
  try {
    const records: unknown = JSON.parse(text);
    const list: unknown[] = Array.isArray(records) ? records : [records];
    return list.map((record, at) => readImportEntry(`${path}#${at + 1}`, record));
  } catch {
    return [{ origin: path, reason: "not_json" }];
  }
}

type CsvRow = { record: string[]; info: { lines: number } };

function readCsv(path: string, text: string): Read[] {
  try {
    const [header, ...rows] = parseCsv(text.replaceAll(/\r\n?/g, "\n"), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as CsvRow[];
    return rows.map((row) => readCsvRow(`${path}:${firstLine(row)}`, header?.record ?? [], row.record));
  } catch {
    return [{ origin: path, reason: "not_csv" }];
  }
}

/** The parser tells the line on which a row ends. */
const firstLine = ({ record, info }: CsvRow) => info.lines - (record.join("").split("\n").length - 1);

/** Cells beyond the header are words cut at a comma; blank ones are what spreadsheets leave behind. */
function readCsvRow(origin: string, header: readonly string[], cells: readonly string[]): Read {
  if (cells.slice(header.length).some((cell) => cell.trim() !== "")) return { origin, reason: "too_many_cells" };
  return readImportEntry(origin, Object.fromEntries(header.map((name, at) => [name, cells[at]])));
}

function readMarkdown(path: string, text: string): Read {
  const matter = FRONT_MATTER.exec(text.replace(/^\uFEFF/, ""));
  const body = text.replace(/^\uFEFF/, "").slice(matter?.[0].length ?? 0);
  const [category, name = ""] =
    path.split(/[\\/]/).slice(-2).length === 2 ? path.split(/[\\/]/).slice(-2) : [null, path];
  const [, slug, suffix] = /^(.*?)(?:\.([a-z]{2})(?:-[a-z]+)?)?\.(?:md|markdown)$/i.exec(name) ?? [];
  try {
    const fields: unknown = matter ? parseYaml(matter[1] ?? "") : {};
    const heading = /^\s*#[ \t]+([^\n]+)\n/.exec(body);
    const titled = typeof fields === "object" && fields !== null && "title" in fields;
    return readImportEntry(path, {
      slug: slugFromName(slug ?? ""),
      locale: isLocale(suffix?.toLowerCase()) ? suffix?.toLowerCase() : undefined,
      category,
      kind: "article",
      ...(!titled && heading && { title: heading[1] }),
      ...(fields as object),
      body: !titled && heading ? body.slice(heading[0].length) : body,
    });
  } catch {
    return { origin: path, reason: "front_matter" };
  }
}

const slugFromName = (name: string): string | undefined =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || undefined;
