"use client";

import { useLocale, useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import type { CustomerCard } from "@/lib/contracts/customers";
import { formatMoney } from "@/lib/format";
import { FactList } from "./fact-list";
import { MoneySum } from "./money-sum";
import { SeenTime } from "./seen-time";
import { TheirClock } from "./their-clock";
import { TierMark } from "./tier-mark";

/** The language's name in the reader's own language. */
function languageName(locale: string, reader: string): string {
  return new Intl.DisplayNames(reader, { type: "language" }).of(locale) ?? locale;
}

/** What an agent wants to know at a glance: level, worth, last purchase, since when, language, their time, addresses. */
export function CustomerFacts({ customer }: { customer: CustomerCard }) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const { timeZone } = useReader();
  const { lastPurchase } = customer;
  const facts = [
    { name: t("card.tier"), value: <TierMark tier={customer.tier} /> },
    { name: t("card.lifetime"), value: <MoneySum amounts={customer.lifetime} /> },
    {
      name: t("card.lastPurchase"),
      value: lastPurchase ? (
        <span className="tabular-nums">
          {formatMoney(lastPurchase.totalMinor, lastPurchase.currency, locale)} · {lastPurchase.number} ·{" "}
          <SeenTime at={lastPurchase.placedAt} style="date" />
        </span>
      ) : (
        t("card.never")
      ),
    },
    { name: t("card.memberSince"), value: <SeenTime at={customer.memberSince} style="date" /> },
    { name: t("card.language"), value: languageName(customer.locale, locale) },
    ...(customer.timeZone && customer.timeZone !== timeZone
      ? [{ name: t("card.localTime"), value: <TheirClock timeZone={customer.timeZone} /> }]
      : []),
    ...customer.contacts.map(({ channel, masked, verified }) => ({
      name: t(`channel.${channel}`),
      value: (
        <>
          <span className="tabular-nums">{masked}</span>{" "}
          <span className="text-faint">{t(verified ? "card.verified" : "card.unverified")}</span>
        </>
      ),
    })),
    ...Object.entries(customer.attributes).map(([name, value]) => ({ name, value })),
  ];
  return <FactList facts={facts} />;
}
