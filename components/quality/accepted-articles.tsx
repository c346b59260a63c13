"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { ACCEPTED_LIMIT, type AcceptedArticle } from "@/lib/contracts/evaluation";
import { useArticleSearch } from "../conversations/use-article-search";
import { FoundArticles } from "../shared/found-articles";
import { isImeKey } from "../shared/ime";

export type Accepted = Pick<AcceptedArticle, "articleId" | "title">;

interface AcceptedArticlesProps {
  locale: string;
  accepted: readonly Accepted[];
  onChange: (accepted: Accepted[]) => void;
  error?: string;
}

/** The articles of which any one is right: found by their words, taken away one by one. */
export function AcceptedArticles({ locale, accepted, onChange, error }: AcceptedArticlesProps) {
  const t = useTranslations("quality.case");
  const [typed, setTyped] = useState("");
  const { found } = useArticleSearch(locale, typed);
  const others = found?.filter(({ articleId }) => accepted.every((each) => each.articleId !== articleId));
  const take = ({ articleId, title }: Accepted) => {
    onChange([...accepted, { articleId, title }].slice(0, ACCEPTED_LIMIT));
    setTyped("");
  };
  return (
    <div className="flex flex-col gap-1">
      <Field label={t("articles")} hint={t("articlesHint")} error={error} required>
        {({ required: _, ...control }) => (
          <Input
            {...control}
            type="search"
            value={typed}
            placeholder={t("articlesSearch")}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              const [first] = others ?? [];
              if (first && !isImeKey(event)) take(first);
            }}
          />
        )}
      </Field>
      <FoundArticles
        found={others?.map(({ articleId, title }) => ({ id: articleId, title })) ?? null}
        count={t("articlesFound", { count: others?.length ?? 0 })}
        lang={locale}
        className="rounded-control bg-sunken p-1"
        onPick={(id) => {
          const article = others?.find(({ articleId }) => articleId === id);
          if (article) take(article);
        }}
      />
      <ul lang={locale}>
        {accepted.map(({ articleId, title }) => (
          <li key={articleId} className="flex items-center justify-between gap-2 text-13">
            <span className="min-w-0 truncate">{title}</span>
            <IconButton
              icon={X}
              size={28}
              label={t("articlesRemove", { title })}
              onClick={() => onChange(accepted.filter((each) => each.articleId !== articleId))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
