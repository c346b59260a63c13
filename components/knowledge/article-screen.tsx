"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleMay } from "@/lib/contracts/permissions";
import type { Locale } from "@/lib/i18n";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { ArticleEditor } from "./article-editor";
import { ArticleReader } from "./article-reader";

const POLL_MS = 15_000;

export interface ArticleScreenProps {
  /** Null for an article that is yet to be written. */
  articleId: string | null;
  initialLocale: Locale;
  /** ISO instant of the page. */
  now: string;
}

/** An article to be written, or only read where the role says so. */
export function ArticleScreen({ articleId: asked, initialLocale, now }: ArticleScreenProps) {
  const [articleId, setArticleId] = useState(asked);
  const [locale, setLocale] = useState(initialLocale);
  const mayWrite = roleMay(useMe().role, "knowledge:write");
  const { data: article } = useQuery({
    ...useTRPC().knowledge.get.queryOptions({ articleId: articleId ?? "" }),
    enabled: articleId !== null,
    refetchInterval: POLL_MS,
    refetchOnWindowFocus: true,
  });
  const created = (id: string) => {
    setArticleId(id);
    window.history.replaceState(null, "", `/knowledge/${id}?lang=${locale}`);
  };
  const show = (next: Locale) => {
    setLocale(next);
    if (articleId) window.history.replaceState(null, "", `/knowledge/${articleId}?lang=${next}`);
  };
  const common = { article, locale, onLocale: show, now };
  if (!mayWrite) return article ? <ArticleReader {...common} article={article} /> : null;
  return <ArticleEditor {...common} articleId={articleId} onCreated={created} />;
}
