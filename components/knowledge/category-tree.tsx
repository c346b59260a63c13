"use client";

import { cx } from "class-variance-authority";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CategoryNode } from "@/lib/contracts/knowledge";
import { Button } from "../ui/button";
import type { ArticleListFilters } from "./article-list";
import { CategoryDialog, type CategoryDraft } from "./category-dialog";
import { CategoryRow } from "./category-row";
import { useCategoryOrder } from "./use-category-order";

export interface CategoryTreeProps {
  tree: readonly CategoryNode[];
  filters: ArticleListFilters;
  mayWrite: boolean;
}

/** Where a category's articles are listed, with the other filters kept. */
function hrefOf({ text, state }: ArticleListFilters, category?: string): string {
  const query = new URLSearchParams(
    Object.entries({ category, state, text }).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
  return query ? `/knowledge?${query}` : "/knowledge";
}

/** The categories with how many articles are out in each; ordered by menu or Alt with the arrows. */
export function CategoryTree({ tree, filters, mayWrite }: CategoryTreeProps) {
  const t = useTranslations("knowledge.category");
  const order = useCategoryOrder(tree, filters.locale);
  const [draft, setDraft] = useState<CategoryDraft | null>(null);
  const branch = (nodes: readonly CategoryNode[]) => (
    <ul className={cx(nodes !== tree && "ml-3 border-line border-l pl-1")}>
      {nodes.map((node) => (
        <li key={node.id}>
          <CategoryRow
            node={node}
            href={hrefOf(filters, node.id)}
            selected={node.id === filters.categoryId}
            order={mayWrite ? order : undefined}
            onEdit={setDraft}
          />
          {node.children.length > 0 && branch(node.children)}
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={t("label")} className="text-13 max-lg:pb-3">
      <p className="flex items-baseline justify-between px-2 pb-1 text-12 text-muted max-lg:hidden">
        <span>{t("label")}</span>
        <span>{t("published")}</span>
      </p>
      <Link
        href={hrefOf(filters)}
        aria-current={filters.categoryId ? undefined : "page"}
        className={cx(
          "flex min-h-8 items-center rounded-control px-2 pointer-coarse:min-h-11",
          filters.categoryId ? "hover:bg-hover" : "bg-accent-soft font-semibold shadow-[inset_2px_0_var(--accent)]",
        )}
      >
        {t("all")}
      </Link>
      {branch(tree)}
      <p role="status" className="sr-only">
        {order.moved}
      </p>
      {order.problem && (
        <p role="alert" className="px-2 py-1 text-danger">
          {order.problem}
        </p>
      )}
      {mayWrite && (
        <Button variant="quiet" className="mt-1 px-2 text-muted" onClick={() => setDraft({ parentId: null })}>
          <Plus size={16} strokeWidth={1.75} aria-hidden />
          {t("new")}
        </Button>
      )}
      {draft && <CategoryDialog draft={draft} onClose={() => setDraft(null)} />}
    </nav>
  );
}
