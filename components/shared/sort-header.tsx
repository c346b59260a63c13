import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/ui/shape";
import { TableHead } from "@/components/ui/table";

/** Which column orders the rows; `href` gives the address of another order, so that it stays in the URL. */
export interface TableSort {
  by: string;
  direction: "ascending" | "descending";
  href: (by: string, direction: "ascending" | "descending") => string;
}

export interface SortHeaderProps {
  id: string;
  numeric?: boolean;
  sort: TableSort;
  children: ReactNode;
}

/** A head cell that orders the table; announced by `aria-sort`. */
export function SortHeader({ id, numeric, sort, children }: SortHeaderProps) {
  const t = useTranslations("shared.table");
  const current = sort.by === id ? sort.direction : undefined;
  const next = current === "descending" ? "ascending" : "descending";
  return (
    <TableHead aria-sort={current ?? "none"} className={cx(numeric && "text-right")}>
      <a
        href={sort.href(id, next)}
        title={t("sortBy", { column: String(children) })}
        className={cx("inline-flex items-center gap-1 hover:text-text", current && "font-semibold text-text")}
      >
        {children}
        {current ? <Shape name={current === "ascending" ? "up" : "down"} size={8} /> : null}
      </a>
    </TableHead>
  );
}
