"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n";
import { useTRPC, useTRPCClient } from "../layout/trpc-client";
import { showToast } from "../ui/toast-store";
import type { ArticleDesk } from "./article-desk";
import type { DraftStore } from "./draft-store";
import type { EditableArticle } from "./knowledge-types";
import { putBack } from "./put-back";
import { useAttempt } from "./use-attempt";

/** When a draft goes out and when its text ends, each or neither. */
export type Schedule = { publishAt: Date | null; expireAt: Date | null };

type PublicationOptions = {
  desk: ArticleDesk;
  article: EditableArticle | undefined;
  locale: Locale;
  draft: DraftStore | null;
};

/** One language of an article on its way to readers and back. Each answers whether it was done; `problem` says why not. */
export function usePublication({ desk, article, locale, draft }: PublicationOptions) {
  const t = useTranslations("knowledge.publication");
  const [trpc, { knowledge: calls }, cache] = [useTRPC(), useTRPCClient(), useQueryClient()];
  const { problem, pending, run } = useAttempt(() => cache.invalidateQueries({ queryKey: trpc.knowledge.pathKey() }));
  /** Stores the draft first, also when there is none yet; while it cannot be stored nothing else happens. */
  async function onDraft(job: (articleId: string, revision: number) => Promise<unknown>): Promise<boolean> {
    const begun = draft?.snapshot().base.versionId;
    if (!draft || !(await draft.flush({ always: !begun })) || !desk.articleId) return false;
    const { articleId } = desk;
    return run(() => job(articleId, draft.snapshot().base.revision));
  }
  return {
    problem,
    pending,
    publish: () => onDraft((articleId, revision) => calls.publish.mutate({ articleId, locale, revision })),
    schedule: (times: Schedule) => onDraft((articleId) => calls.schedule.mutate({ articleId, locale, ...times })),
    revert: (versionId: string) =>
      run(() => calls.revert.mutate({ articleId: desk.articleId ?? "", locale, versionId })),
    /** What is published stays; what was being written can be begun again for a while, with its schedule. */
    discard: async () => {
      const before = article?.locales[locale]?.draft;
      if (!draft || !article || !before || !(await draft.flush())) return;
      const at = { articleId: article.id, locale };
      const { revision } = draft.snapshot().base;
      const takeBack = async () => {
        await calls.revert.mutate({ ...at, versionId: before.versionId });
        const { publishAt, expireAt } = before;
        if (publishAt) await calls.schedule.mutate({ ...at, publishAt, expireAt });
      };
      if (await run(() => calls.discardDraft.mutate({ ...at, revision }))) {
        showToast({ message: t("discarded"), onUndo: () => void run(takeBack) });
      }
    },
    unpublish: async () => {
      const before = article?.locales[locale];
      if (!article || !before?.published || !(await draft?.flush())) return;
      const at = { articleId: article.id, locale };
      if (await run(() => calls.archive.mutate(at))) {
        showToast({ message: t("unpublished"), onUndo: () => void run(() => putBack(calls, at, before)) });
      }
    },
  };
}
