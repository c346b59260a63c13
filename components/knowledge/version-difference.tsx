"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import type { ArticleVersion, VersionText } from "./knowledge-types";
import { TextDifference } from "./text-difference";

export interface VersionDifferenceProps {
  articleId: string;
  locale: Locale;
  versions: readonly ArticleVersion[];
  version: ArticleVersion;
  onRevert?: (versionId: string) => Promise<void>;
}

/** Scrolled with the arrow keys in browsers that do not focus scrollers by themselves. */
const scrolledByKeyboard = { tabIndex: 0 };

/** One version beside another: the one before it, unless another is chosen; and the way back to it. */
export function VersionDifference({ articleId, locale, versions, version, onRevert }: VersionDifferenceProps) {
  const t = useTranslations("knowledge.history");
  const previous = versions[versions.indexOf(version) + 1];
  const [otherId, setOtherId] = useState(previous?.id ?? "");
  const trpc = useTRPC();
  const textOf = (versionId: string) => ({
    ...trpc.knowledge.getVersion.queryOptions({ articleId, locale, versionId }, { staleTime: 0 }),
    enabled: versionId !== "",
  });
  const { data: after } = useQuery(textOf(version.id));
  const { data: other } = useQuery(textOf(otherId));
  const before = otherId === "" ? after : other;
  const others = versions.filter(({ id }) => id !== version.id);
  return (
    <section
      aria-label={t("difference")}
      {...scrolledByKeyboard}
      className="-outline-offset-2 min-w-0 grow overflow-y-auto px-4 py-5 md:px-8"
    >
      <div className="flex flex-wrap items-center justify-between gap-3 pb-5">
        {previous ? (
          <Select
            aria-label={t("compare")}
            className="w-auto! max-w-64"
            value={otherId}
            onChange={(event) => setOtherId(event.currentTarget.value)}
            options={others.map(({ id, number }) => ({
              value: id,
              label: id === previous.id ? t("withPrevious", { number }) : t("with", { number }),
            }))}
          />
        ) : (
          <p className="text-13 text-muted">{t("first")}</p>
        )}
        {onRevert && version !== versions[0] && (
          <Button onClick={() => void onRevert(version.id)}>{t("revert", { number: version.number })}</Button>
        )}
      </div>
      {before && after && <Differences before={before} after={after} locale={locale} />}
    </section>
  );
}

type DifferencesProps = { before: VersionText; after: VersionText; locale: Locale };

function Differences({ before, after, locale }: DifferencesProps) {
  const t = useTranslations("knowledge");
  const same =
    before.id !== after.id &&
    before.title === after.title &&
    before.body === after.body &&
    before.questions.join("\n") === after.questions.join("\n");
  return (
    <div className="flex max-w-measure flex-col gap-6">
      {same && <p className="text-13 text-muted">{t("history.same")}</p>}
      <TextDifference label={t("field.title")} locale={locale} before={before.title} after={after.title} />
      <TextDifference
        label={t("questions.title")}
        locale={locale}
        before={before.questions.join("\n")}
        after={after.questions.join("\n")}
      />
      <TextDifference label={t("field.body")} locale={locale} before={before.body} after={after.body} />
    </div>
  );
}
