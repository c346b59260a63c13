"use client";

import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/shared/data-table";

interface SpendingRow {
  /** A day of the company's calendar, YYYY-MM-DD. */
  day: string;
  model: string;
  answers: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
}

/** What models have cost by day. */
export function SpendingTable({ rows, currency }: { rows: readonly SpendingRow[]; currency: string }) {
  const t = useTranslations("settings.assistant.spending");
  const format = useFormatter();
  const dayOf = ({ day }: SpendingRow) => format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" });
  const tokensOf = ({ inputTokens, outputTokens }: SpendingRow) =>
    `${format.number(inputTokens)} + ${format.number(outputTokens)}`;
  const costOf = ({ cost }: SpendingRow) =>
    format.number(cost, { style: "currency", currency, maximumFractionDigits: 4 });
  return (
    <div className="mt-6 max-w-[720px] tabular-nums">
      <DataTable
        caption={t("caption")}
        columns={[
          { id: "day", header: t("day"), cell: dayOf },
          { id: "model", header: t("model"), cell: ({ model }) => model, phone: "detail" },
          {
            id: "answers",
            header: t("answers"),
            cell: ({ answers }) => format.number(answers),
            numeric: true,
            phone: "hidden",
          },
          { id: "tokens", header: t("tokens"), cell: tokensOf, numeric: true, phone: "detail" },
          { id: "cost", header: t("cost"), cell: costOf, numeric: true, phone: "aside" },
        ]}
        rows={rows}
        rowKey={({ day, model }) => `${day} ${model}`}
        empty={<p className="text-muted">{t("empty")}</p>}
      />
    </div>
  );
}
