import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface ChartFrameProps {
  title: string;
  /** Period, unit, sample. */
  note?: ReactNode;
  /** First column of the table; the others follow the series. */
  columns: readonly string[];
  /** The same data, formatted; first cell names the row. */
  rows: readonly { name: string; cells: readonly string[] }[];
  children: ReactNode;
}

/** A chart with its title and, one press away, the same data as a table. */
export function ChartFrame({ title, note, columns, rows, children }: ChartFrameProps) {
  const t = useTranslations("shared.chart");
  return (
    <figure className="min-w-0">
      <figcaption className="mb-3">
        <span className="font-semibold text-14">{title}</span>
        {note ? <span className="ml-2 text-12 text-muted">{note}</span> : null}
      </figcaption>
      {rows.length === 0 ? <p className="grid h-44 place-items-center text-13 text-muted">{t("noData")}</p> : children}
      {rows.length > 0 ? (
        <details className="mt-2 text-12">
          <summary className="w-fit py-1 pointer-coarse:py-3.5 text-muted hover:text-text">{t("asTable")}</summary>
          <div className="mt-2 max-h-72 overflow-auto">
            <table className="w-full text-left">
              <thead className="text-muted">
                <tr>
                  {[t("period"), ...columns].map((column, index) => (
                    <th
                      key={column}
                      scope="col"
                      className={index > 0 ? "py-1 pl-3 text-right font-normal" : "py-1 font-normal"}
                    >
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, cells }) => (
                  <tr key={name} className="border-line border-t">
                    <th scope="row" className="py-1 font-normal">
                      {name}
                    </th>
                    {cells.map((cell, index) => (
                      <td key={columns[index]} className="py-1 pl-3 text-right">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : null}
    </figure>
  );
}
