"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { PanelSection } from "../customers/panel-section";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { type FoundArticle, useArticleSearch } from "./use-article-search";

const addressOf = ({ locale, slug }: FoundArticle) => `/${locale}/articles/${slug}`;

/** The passage with its source, as Markdown for the composer. */
const quoted = (article: FoundArticle) => `${article.excerpt}\n\n[${article.title}](${addressOf(article)})`;

function Result({ article, onInsert }: { article: FoundArticle; onInsert: ((text: string) => void) | null }) {
  const t = useTranslations("conversations.knowledge");
  return (
    <li lang={article.locale} className="border-line border-t py-2 first:border-t-0">
      <a href={addressOf(article)} target="_blank" rel="noreferrer" className="font-semibold hover:underline">
        {article.title}
      </a>
      <p className="mt-0.5 line-clamp-3 text-muted">{article.excerpt}</p>
      {onInsert && (
        <Button size={28} className="mt-1" onClick={() => onInsert(quoted(article))}>
          {t("insert")}
        </Button>
      )}
    </li>
  );
}

/** Looks into the published articles beside the conversation, in the customer's language, and puts a passage into the reply. */
export function KnowledgeSearch({
  lang,
  field,
  onInsert,
}: {
  lang: string;
  field: RefObject<HTMLInputElement | null> | undefined;
  onInsert: ((text: string) => void) | null;
}) {
  const t = useTranslations("conversations.knowledge");
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const { text, found } = useArticleSearch(lang, asked);
  return (
    <PanelSection title={t("title")}>
      <Input
        ref={field}
        type="search"
        value={typed}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        onChange={(event) => {
          setTyped(event.target.value);
          const { nativeEvent } = event;
          const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
          if (!composing) setAsked(event.target.value);
        }}
        onCompositionEnd={(event) => setAsked(event.currentTarget.value)}
      />
      <p role="status" className="sr-only">
        {found && t("count", { count: found.length })}
      </p>
      {found && found.length === 0 && <p className="pt-2 text-muted">{t("none", { text })}</p>}
      <ul className="pt-1">
        {found?.map((article) => (
          <Result key={article.articleId} article={article} onInsert={onInsert} />
        ))}
      </ul>
    </PanelSection>
  );
}
