import { plainText } from "@/lib/text/plain-text";
import type { MarkdownChunk } from "./chunk-markdown";
import type { EntryText } from "./posting-weights";

/** A published version as the index sees it. */
export type IndexedVersion = {
  articleId: string;
  /** The general article of the family: what it is found as. */
  familyId: string;
  versionId: string;
  audience: "public" | "internal";
  title: string;
  /** Further ways to ask, without the title. */
  questions: readonly string[];
  chunks: readonly (MarkdownChunk & { id: string })[];
};

/** One entry to be written: what can be found, and what is shown when it is. */
export type PlannedEntry = EntryText & { chunkId: string | null; question: string | null };

/**
 * What can be found of a version: its title, each further question, each section under title and headings.
 * A section that says no more than the title is left out, as it would count the title twice.
 */
export function planEntries(version: IndexedVersion): PlannedEntry[] {
  const questions = [...new Set([version.title, ...version.questions].map((text) => text.trim()))].filter(Boolean);
  const sections = version.chunks.flatMap(({ id, headingPath, text }): PlannedEntry[] => {
    const body = plainText(text);
    if (!body || body === version.title) return [];
    return [{ chunkId: id, question: null, title: [version.title, ...headingPath].join("\n"), body }];
  });
  return [...questions.map((question) => ({ chunkId: null, question, title: question, body: "" })), ...sections];
}
