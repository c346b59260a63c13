import { diffArrays, diffLines } from "diff";

/** A stretch of text that both versions have, or only one of them. */
export type DifferencePart = { kind: "same" | "added" | "removed"; text: string };

const EDIT_LIMIT = 1_000;

function wordsOf(text: string, locale: string): string[] {
  return Array.from(new Intl.Segmenter(locale, { granularity: "word" }).segment(text), ({ segment }) => segment);
}

/**
 * What changed between two texts, word by word in the words of their language (Chinese has no spaces). Texts that share
 * almost nothing are compared line by line. Joined, the parts without "added" give `before`, without "removed" `after`.
 */
export function wordDifference(before: string, after: string, locale: string): DifferencePart[] {
  const changes =
    diffArrays(wordsOf(before, locale), wordsOf(after, locale), { maxEditLength: EDIT_LIMIT }) ??
    diffLines(before, after);
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: typeof value === "string" ? value : value.join(""),
  }));
}

/** A stretch as shown; `left out` counts the lines in the middle that did not change. */
export type ShownPart = DifferencePart | { kind: "left_out"; lines: number };

const CONTEXT_LINES = 3;

/** Leaves out the middle of long unchanged stretches, so that the changes stand together. */
export function foldUnchanged(parts: readonly DifferencePart[]): ShownPart[] {
  return parts.flatMap((part, index): ShownPart[] => {
    const lines = part.text.split("\n");
    const head = index === 0 ? 0 : CONTEXT_LINES;
    const tail = index === parts.length - 1 ? 0 : CONTEXT_LINES;
    const hidden = lines.length - head - tail;
    if (part.kind !== "same" || parts.length === 1 || hidden < CONTEXT_LINES) return [part];
    const shown = (some: string[]): ShownPart[] => (some.length > 0 ? [{ kind: "same", text: some.join("\n") }] : []);
    return [
      ...shown(lines.slice(0, head)),
      { kind: "left_out", lines: hidden },
      ...shown(tail > 0 ? lines.slice(-tail) : []),
    ];
  });
}
