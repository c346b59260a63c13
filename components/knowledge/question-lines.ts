import { QUESTIONS_LIMIT } from "@/lib/contracts/knowledge";

/** Pasted or typed text as questions: one a line, list marks and numbers taken off, blanks left out. */
export function questionLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·]|\d+[.)、．])\s*/, "").trim())
    .filter((line) => line !== "");
}

/** The questions with more at the end; those already there are not repeated. */
export function addQuestions(questions: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...questions, ...more])].slice(0, QUESTIONS_LIMIT);
}

/** The list with one entry moved by some places; beyond an end it stays there. */
export function moveBy<Entry>(entries: readonly Entry[], index: number, places: number): Entry[] {
  const rest = entries.filter((_, at) => at !== index);
  const entry = entries[index];
  if (entry === undefined) return [...entries];
  rest.splice(Math.min(Math.max(index + places, 0), rest.length), 0, entry);
  return rest;
}
