"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { VersionState } from "@/lib/contracts/knowledge";
import { roleMay } from "@/lib/contracts/permissions";
import type { Locale } from "@/lib/i18n";
import { SuggestionsLink } from "../gaps/suggestions-link";
import { useMe, useReader } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { DataTable } from "../shared/data-table";
import { PageHeader } from "../shared/page-header";
import { useNow } from "../shared/use-now";
import { buttonStyles } from "../ui/button";
import { useArticleColumns } from "./article-columns";
import { ArticleFilters } from "./article-filters";
import { flatCategories } from "./category-moves";
import { CategoryTree } from "./category-tree";
import { KnowledgeTrouble } from "./knowledge-trouble";
import { NoArticles } from "./no-articles";

const MINUTE_MS = 60_000;

/** What the list shows; `locale` is the language whose titles and states count. */
export type ArticleListFilters = { locale: Locale; categoryId?: string; state?: VersionState; text?: string };

/** Articles by category, state and title; the tree of categories stands left, on a phone above in a fold. */
export function ArticleList({ filters, now: servedAt }: { filters: ArticleListFilters; now: string }) {
  const t = useTranslations("knowledge");
  const mayWrite = roleMay(useMe().role, "knowledge:write");
  const { data: tree = [] } = useQuery(useTRPC().knowledge.listCategories.queryOptions(filters.locale));
  const present = flatCategories(tree).find(({ node }) => node.id === filters.categoryId)?.node;
  const categories = <CategoryTree tree={tree} filters={filters} mayWrite={mayWrite} />;
  return (
    <div className="p-4 md:p-6">
      <PageHeader
        title={t("list.title")}
        description={mayWrite ? undefined : t("readOnly")}
        actions={
          <>
            {mayWrite && <SuggestionsLink />}
            <Link href={`/knowledge/synonyms?lang=${filters.locale}`} className={buttonStyles({})}>
              {t("synonyms.link")}
            </Link>
            {mayWrite && (
              <Link href="/knowledge/new" className={buttonStyles({ variant: "primary" })}>
                {t("list.new")}
              </Link>
            )}
          </>
        }
      />
      <div className="lg:grid lg:grid-cols-[220px_minmax(0,1fr)] lg:gap-8">
        <aside className="max-lg:hidden">{categories}</aside>
        <details className="group mb-3 border-line border-y lg:hidden">
          <summary className="flex min-h-11 items-center gap-2 text-13">
            <ChevronRight
              size={16}
              strokeWidth={1.75}
              aria-hidden
              className="text-muted transition-transform group-open:rotate-90"
            />
            {t("category.label")}
            <span className="font-semibold">{present?.name ?? t("category.all")}</span>
          </summary>
          {categories}
        </details>
        <section aria-label={present?.name ?? t("category.all")}>
          <ArticleFilters filters={filters} mayWrite={mayWrite} />
          <Articles filters={filters} tree={tree} now={servedAt} mayWrite={mayWrite} />
        </section>
      </div>
    </div>
  );
}

type ArticlesProps = {
  filters: ArticleListFilters;
  tree: Parameters<typeof flatCategories>[0];
  now: string;
  mayWrite: boolean;
};

function Articles({ filters, tree, now: servedAt, mayWrite }: ArticlesProps) {
  const t = useTranslations("knowledge.list");
  const now = new Date(useNow(MINUTE_MS) ?? Date.parse(servedAt));
  const names = new Map(flatCategories(tree).map(({ node }) => [node.id, node.name]));
  const columns = useArticleColumns(useReader(), now, (id) => (id && names.get(id)) || null);
  const options = useTRPC().knowledge.list.infiniteQueryOptions(filters, { getNextPageParam: ({ next }) => next });
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(options);
  if (error && !data) return <KnowledgeTrouble error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <DataTable
      caption={t("title")}
      columns={filters.categoryId ? withoutCategory(columns) : columns}
      rows={data.pages.flatMap(({ articles }) => articles)}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/knowledge/${id}?lang=${filters.locale}`}
      onMore={hasNextPage ? () => void fetchNextPage() : undefined}
      morePending={isFetchingNextPage}
      empty={<NoArticles filters={filters} mayWrite={mayWrite} />}
    />
  );
}

/** Inside one category its name a row would say nothing. */
function withoutCategory([first, ...others]: ReturnType<typeof useArticleColumns>): ReturnType<
  typeof useArticleColumns
> {
  return [first, ...others.filter(({ id }) => id !== "category")];
}
