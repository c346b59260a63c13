import { getFormatter, getTranslations } from "next-intl/server";

interface SpendingRow {
  day: string;
  model: string;
  answers: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
}

/** What models have cost by day. */
export async function SpendingTable({ rows, currency }: { rows: readonly SpendingRow[]; currency: string }) {
  const [t, format] = await Promise.all([getTranslations("settings.assistant.spending"), getFormatter()]);
  if (rows.length === 0) return <p className="mt-6 text-muted">{t("empty")}</p>;
  const heads = ["day", "model", "answers", "tokens", "cost"] as const;
  return (
    <div className="mt-6 overflow-x-auto">
      <table className="w-full max-w-[720px] whitespace-nowrap text-13 tabular-nums">
        <thead className="bg-sunken text-12 text-muted">
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at > 1 ? "px-2 py-1 text-right" : "px-2 py-1 text-left"}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.day + row.model} className="h-9">
              <td className="px-2">{row.day}</td>
              <td className="px-2">{row.model}</td>
              <td className="px-2 text-right">{format.number(row.answers)}</td>
              <td className="px-2 text-right">
                {format.number(row.inputTokens)} + {format.number(row.outputTokens)}
              </td>
              <td className="px-2 text-right">
                {format.number(row.cost, { style: "currency", currency, maximumFractionDigits: 4 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
