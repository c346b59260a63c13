import type { ActionOutline } from "@/lib/contracts/actions";
import type { Locale } from "@/lib/i18n";

const LONGEST = 500;
/** What Markdown would read as more than a letter, and what looks the same to people. */
const LOOKALIKES: Record<string, string> = {
  "[": "(",
  "]": ")",
  "*": "＊",
  "`": "'",
  "|": "／",
  "<": "＜",
  ">": "＞",
  "~": "～",
  "\\": "＼",
};
const BREAK = "\u200b";

/**
 * A value from elsewhere as one line of plain words: it can be no link, image, code, table or line of its own, whatever
 * reads the text it is put into. Control and direction characters are dropped; 500 characters are kept.
 */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined || typeof value === "object") return "—";
  const line = String(value)
    .slice(0, LONGEST * 4)
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replaceAll(/[[\]*`|<>~\\]/g, (mark) => LOOKALIKES[mark] ?? mark)
    .replaceAll(/:(?=\/\/)|\bwww(?=\.)/giu, (start) => start + BREAK)
    .replaceAll(/^(?=#|-\s|\+\s|\d+[.)]\s)/g, BREAK)
    .trim();
  const letters = [...line];
  const kept = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : line;
  return kept === "" ? "—" : kept;
}

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9_.-]{0,119})\}/g;

/** The names a template fills in. */
export function placeholdersOf(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(PLACEHOLDER), ([, name = ""]) => name))];
}

function at(source: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined,
    source,
  );
}

/** Fills a template for a customer: `{name}` and `{result.path.to.value}`, each as {@link plainValue} gives it. */
export function fillResult(template: string, source: Record<string, unknown>): string {
  return template.replaceAll(PLACEHOLDER, (_, name: string) => plainValue(at(source, name.split("."))));
}

/** What an action tells of its result: a built-in one by the names of its values, too. */
export function resultText(
  { kind, results }: Pick<ActionOutline, "kind" | "results">,
  locale: Locale,
  values: Readonly<Record<string, string>>,
  result: unknown,
): string {
  const named = kind === "builtin" && typeof result === "object" ? result : {};
  return fillResult(results[locale], { ...values, ...named, result });
}
