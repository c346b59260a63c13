import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "../shared/empty-state";
import { buttonStyles } from "../ui/button";
import type { ArticleListFilters } from "./article-list";

/** Nothing found, nothing here, or nothing yet, each with the next step. */
export function NoArticles({ filters, mayWrite }: { filters: ArticleListFilters; mayWrite: boolean }) {
  const t = useTranslations("knowledge.list");
  const { text, state, categoryId } = filters;
  const link = (href: string, words: string) => (
    <Link href={href} className={buttonStyles({})}>
      {words}
    </Link>
  );
  if (text && (state || categoryId)) {
    const href = `/knowledge?${new URLSearchParams({ text })}`;
    return (
      <EmptyState flush title={t("noResult", { text })} body={t("noResultHere")} action={link(href, t("searchAll"))} />
    );
  }
  if (text) return <EmptyState flush title={t("noResult", { text })} body={t("noResultHint")} />;
  if (state || categoryId) {
    return <EmptyState flush title={t("noneSuch")} action={link("/knowledge", t("seeAll"))} />;
  }
  const action = mayWrite ? link("/knowledge/new", t("new")) : undefined;
  return <EmptyState flush title={t("empty")} body={t("emptyHint")} action={action} />;
}
