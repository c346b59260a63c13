import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Collections of hostile input that lie beside the repository on some machines. */
const ROOT = resolve(import.meta.dirname, "../../../shared/corpora");

export const corporaPresent = existsSync(ROOT);
/** Ends the title of a test that needs them, so that a skipped one says why. */
export const NEEDS_CORPORA = corporaPresent ? "" : " (skipped: no ../shared/corpora)";

export const corpusPath = (name: string): string => join(ROOT, name);
export const corpusText = (name: string): string => readFileSync(corpusPath(name), "utf8");
export const corpusJson = <Value>(name: string): Value => JSON.parse(corpusText(name)) as Value;
export const corpusLines = (name: string): string[] => corpusText(name).split(/\r?\n/).filter(Boolean);
export const corpusFiles = (name: string): string[] => readdirSync(corpusPath(name)).sort();

/** The Big List of Naughty Strings. */
export const naughtyStrings = (): string[] => corpusJson<string[]>("naughty/blns.json");
/** Awkward Unicode, each with what the product owes it. */
export const unicodeStrings = (): { name: string; value: string; expect: string }[] =>
  corpusJson("unicode/strings.json");
/** Attacks on whatever renders text as HTML. */
export const scriptAttacks = (): string[] => [
  ...corpusFiles("payloads")
    .filter((file) => file.startsWith("xss-"))
    .flatMap((file) => corpusLines(`payloads/${file}`)),
  ...corpusJson<{ payload: string }[]>("html/dompurify-expect.json").map(({ payload }) => payload),
];
