import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { SortHeader, type TableSort } from "./sort-header";

export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  sortable?: boolean;
  /** Place in the two-line list of a phone: beside the title, on the second line, or left out. */
  phone?: "aside" | "detail" | "hidden";
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  caption: string;
  /** In order of importance; the first cell is the link. */
  columns: readonly [DataColumn<Row>, ...DataColumn<Row>[]];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  isSelected?: (row: Row) => boolean;
  sort?: TableSort;
  /** Set while there is a next page; asks for it. */
  onMore?: () => void;
  morePending?: boolean;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
}

/** Rows with a sticky head and keyset "Load more"; under 640 px a two-line list, never sideways scrolling. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, empty, onMore, morePending = false } = props;
  const t = useTranslations("shared.table");
  if (rows.length === 0 && empty) {
    return empty;
  }
  return (
    <div>
      <WideTable {...props} />
      <PhoneList {...props} />
      {onMore ? (
        <div className="py-3">
          <Button pending={morePending} onClick={onMore}>
            {morePending ? t("loading") : t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** `covers` makes the whole row the target, for fingers. */
function LinkedCell({ href, covers, children }: { href?: string; covers?: boolean; children: ReactNode }) {
  return href ? (
    <a href={href} className={cx("font-semibold hover:underline", covers && "after:absolute after:inset-0")}>
      {children}
    </a>
  ) : (
    children
  );
}

function WideTable<Row>({ caption, columns, rows, rowKey, rowHref, isSelected, sort }: DataTableProps<Row>) {
  return (
    <div className="-mx-2 max-sm:hidden">
      <Table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              column.sortable && sort ? (
                <SortHeader key={column.id} id={column.id} numeric={column.numeric} sort={sort}>
                  {column.header}
                </SortHeader>
              ) : (
                <TableHead key={column.id} className={cx(column.numeric && "text-right")}>
                  {column.header}
                </TableHead>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow
              key={rowKey(row)}
              className={cx(isSelected?.(row) && "bg-accent-soft shadow-[inset_2px_0_var(--accent)]")}
            >
              {columns.map((column, index) => (
                <TableCell key={column.id} numeric={column.numeric}>
                  <LinkedCell href={index === 0 ? rowHref?.(row) : undefined}>{column.cell(row)}</LinkedCell>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** One value of the second line, named for screen readers; nothing where there is none. */
function PhoneDetail({ header, value }: { header: string; value: ReactNode }) {
  if (!value && value !== 0) return null;
  return (
    <span className="min-w-0 truncate">
      <span className="sr-only">{header} </span>
      {value}
    </span>
  );
}

function PhoneList<Row>({ caption, columns, rows, rowKey, rowHref }: DataTableProps<Row>) {
  const [title, ...others] = columns;
  const asides = others.filter((column) => column.phone === "aside");
  const details = others.filter((column) => (column.phone ?? "detail") === "detail");
  return (
    <ul aria-label={caption} className="border-line border-t sm:hidden">
      {rows.map((row) => (
        <li key={rowKey(row)} className="relative border-line border-b py-2 text-13">
          <div className="flex items-baseline justify-between gap-3">
            <span className="line-clamp-2 min-w-0">
              <LinkedCell href={rowHref?.(row)} covers>
                {title.cell(row)}
              </LinkedCell>
            </span>
            {asides.map((column) => (
              <span key={column.id} className="shrink-0 tabular-nums">
                {column.cell(row)}
              </span>
            ))}
          </div>
          <div className="flex gap-3 overflow-hidden whitespace-nowrap text-12 text-muted">
            {details.map((column) => (
              <PhoneDetail key={column.id} header={column.header} value={column.cell(row)} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
