"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC, useTRPCClient } from "../layout/trpc-client";
import { ArticleDesk, type Stored } from "./article-desk";
import type { EditableArticle } from "./knowledge-types";

/** The article as it is after a save, without asking for it again. */
function withStored(article: EditableArticle, { saved, locale, text, facts }: Stored): EditableArticle {
  const pair = article.locales[locale];
  const times = { publishAt: pair?.draft?.publishAt ?? null, expireAt: pair?.draft?.expireAt ?? null };
  const { versionId, number, revision } = saved;
  const written = { ...times, ...text, number, revision, state: "draft" as const, updatedAt: new Date() };
  const draft = versionId ? { ...written, versionId } : (pair?.draft ?? null);
  return {
    ...article,
    ...facts,
    slug: saved.slug,
    locales: { ...article.locales, [locale]: { published: pair?.published ?? null, draft } },
  };
}

/** An article that has just begun, as the server made it. */
function begun({ articleId: id, slug }: Stored["saved"]): EditableArticle {
  const now = new Date();
  const nothing = { externalId: null, categoryId: null, popularPosition: null, ownerId: null, variantOf: null };
  const general = { appliesTo: {}, family: [], products: [], moment: "use" as const };
  return {
    ...nothing,
    ...general,
    id,
    slug,
    kind: "article",
    audience: "public",
    createdAt: now,
    updatedAt: now,
    locales: {},
  };
}

/** The desk of one article for as long as its page is open; what is unsaved when it closes is saved then. */
export function useArticleDesk(articleId: string | null, onCreated: (articleId: string) => void): ArticleDesk {
  const [trpc, client, cache] = [useTRPC(), useTRPCClient(), useQueryClient()];
  const [desk] = useState(
    () =>
      new ArticleDesk({
        articleId,
        save: (input) => client.knowledge.saveDraft.mutate(input),
        onStored: (stored) => {
          const queryKey = trpc.knowledge.get.queryKey({ articleId: stored.saved.articleId });
          cache.cancelQueries({ queryKey }).catch(() => undefined);
          cache.setQueryData(queryKey, (known) => withStored(known ?? begun(stored.saved), stored));
          cache.removeQueries({ queryKey: trpc.knowledge.list.pathKey(), type: "inactive" });
          if (!articleId) onCreated(stored.saved.articleId);
        },
      }),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => desk.unsaved && event.preventDefault();
    const online = () => void desk.flush();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", online);
      void desk.flush();
    };
  }, [desk]);
  return desk;
}
