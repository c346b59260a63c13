"use client";

import { useLocale } from "next-intl";
import type { Money } from "@/lib/contracts/customers";
import { formatMoney } from "@/lib/format";

/** Amounts of one or several currencies, the largest first; "–" for none. */
export function MoneySum({ amounts }: { amounts: readonly Money[] }) {
  const locale = useLocale();
  const texts = amounts.map(({ totalMinor, currency }) => formatMoney(totalMinor, currency, locale));
  return <span className="tabular-nums">{texts.length > 0 ? texts.join(" + ") : "–"}</span>;
}
