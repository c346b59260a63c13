"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n";
import { formatClock } from "@/lib/time";
import { useReader } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import type { DraftStore } from "./draft-store";
import type { EditableArticle } from "./knowledge-types";
import { noDraft, presentText } from "./use-starting-text";

type ConflictBarProps = { article: EditableArticle; locale: Locale; draft: DraftStore };

/** Somebody else changed this language meanwhile: who and when, and the choice between theirs and one's own. */
export function ConflictBar({ article, locale, draft }: ConflictBarProps) {
  const t = useTranslations("knowledge.conflict");
  const reader = useReader();
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const asked = { articleId: article.id, locale };
  const { data: versions } = useQuery({
    ...trpc.knowledge.listVersions.queryOptions(asked),
    staleTime: 0,
    refetchOnMount: "always",
  });
  const latest = versions?.[0];
  async function settle(choice: "theirs" | "mine"): Promise<void> {
    const options = trpc.knowledge.get.queryOptions({ articleId: article.id });
    const fresh = presentText(await cache.fetchQuery({ ...options, staleTime: 0 }), locale);
    const base = fresh?.base ?? noDraft("nothing");
    if (choice === "theirs" && fresh) draft.adopt(fresh.text, base);
    else await draft.keepMine(base);
  }
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-warning-soft px-4 py-2 text-13 md:px-6"
    >
      <p className="min-w-0 grow">
        {latest
          ? t("named", { name: latest.author ?? t("somebody"), time: formatClock(latest.updatedAt, reader) })
          : t("unnamed")}
      </p>
      <Button onClick={() => void settle("theirs")}>{t("theirs")}</Button>
      <Button onClick={() => void settle("mine")}>{t("mine")}</Button>
    </div>
  );
}
