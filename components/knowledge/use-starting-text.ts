"use client";

import { useQuery } from "@tanstack/react-query";
import type { Locale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import type { DraftBase, DraftText } from "./draft-store";
import type { EditableArticle } from "./knowledge-types";
import type { LanguageState } from "./version-mark";

export type StartingText = { text: DraftText; base: DraftBase; state: LanguageState };

const NOTHING: DraftText = { title: "", questions: [], body: "" };
/** Where there is no draft; `key` names what stands in its place. */
export const noDraft = (key: string): DraftBase => ({ key, versionId: null, revision: 0 });

const textOf = ({ title, questions, body }: DraftText): DraftText => ({ title, questions, body });

/** What is written of one language that has a draft or is out; null when it has neither. */
export function presentText(article: EditableArticle | undefined, locale: Locale): StartingText | null {
  const { draft, published } = article?.locales[locale] ?? {};
  if (draft) {
    const state = draft.publishAt ? "scheduled" : published ? "changed" : "draft";
    const { versionId, revision } = draft;
    return { text: textOf(draft), base: { key: `draft:${versionId}`, versionId, revision }, state };
  }
  if (!published) return null;
  return { text: textOf(published), base: noDraft(`published:${published.versionId}`), state: "published" };
}

/**
 * What an editor of a language begins with: the draft, else what is out, else what was taken offline last, else nothing.
 * Null while that is being read.
 */
export function useStartingText(article: EditableArticle | undefined, locale: Locale): StartingText | null {
  const trpc = useTRPC();
  const present = presentText(article, locale);
  const asked = { articleId: article?.id ?? "", locale };
  const { data: versions } = useQuery({
    ...trpc.knowledge.listVersions.queryOptions(asked),
    enabled: Boolean(article) && !present,
  });
  const versionId = versions?.[0]?.id ?? "";
  const { data: archived } = useQuery({
    ...trpc.knowledge.getVersion.queryOptions({ ...asked, versionId }),
    enabled: Boolean(article) && !present && versionId !== "",
  });
  if (present) return present;
  if (!article || versions?.length === 0) return { text: NOTHING, base: noDraft("nothing"), state: "missing" };
  return archived ? { text: textOf(archived), base: noDraft(`archived:${versionId}`), state: "archived" } : null;
}
