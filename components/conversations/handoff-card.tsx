"use client";

import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ConversationDetail } from "./conversation-types";

type Card = NonNullable<ConversationDetail["handoff"]>["card"];

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

/** Articles that were shown and actions that were begun, each with what came of it. */
function Tried({ card: { tried, actions = [] } }: { card: Card }) {
  const words = useTranslations("conversations");
  const t = useTranslations("conversations.handoff");
  const locale = useLocale() === "zh" ? "zh" : "en";
  return (
    <ul>
      {tried.map(({ title, slug, solved }, index) => (
        <li key={`${slug}-${String(index)}`}>
          <a href={slug} target="_blank" rel="noreferrer" className="text-accent underline-offset-2 hover:underline">
            {title}
          </a>
          {solved !== null && <span className="text-muted"> · {t(solved ? "solved" : "notSolved")}</span>}
        </li>
      ))}
      {actions.map(({ names, outcome }, index) => (
        <li key={`${names.en}-${String(index)}`}>
          {names[locale]}
          <span className="text-muted"> · {words(`actionOutcome.${outcome}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Known({ known }: { known: Card["known"] }) {
  const t = useTranslations("conversations.handoff");
  const customers = useTranslations("customers");
  const locale = useLocale() === "zh" ? "zh" : "en";
  const word = (kind: "tier" | "orderStatus", value: string) =>
    customers.has(`${kind}.${value}`) ? customers(`${kind}.${value}`) : value;
  return (
    <ul>
      {known.map(({ label, value, names }) => (
        <li key={`${label} ${value}`}>
          {label === "tier" && t("tier", { tier: word("tier", value) })}
          {label.startsWith("order:") &&
            t("order", { number: label.slice("order:".length), status: word("orderStatus", value) })}
          {label.startsWith("fact:") &&
            t.has(`fact.${label.slice("fact:".length)}`) &&
            t(`fact.${label.slice("fact:".length)}`, { value: names?.[locale] ?? value })}
        </li>
      ))}
    </ul>
  );
}

/** How much of what helping takes is known: a square for each, and in words. */
function Completeness({ needed, missing }: { needed: readonly string[]; missing: readonly string[] }) {
  const t = useTranslations("conversations.handoff");
  return (
    <span className="ml-auto flex items-center gap-2 whitespace-nowrap text-13 text-muted">
      <span aria-hidden className="flex gap-0.5">
        {needed.map((need) => (
          <span
            key={need}
            className={cx("size-2 rounded-chip", missing.includes(need) ? "border border-muted" : "bg-accent")}
          />
        ))}
      </span>
      {missing.length === 0 ? t("complete") : t("partly", { known: needed.length - missing.length, of: needed.length })}
    </span>
  );
}

function Who({ who }: { who: NonNullable<Card["who"]> }) {
  const t = useTranslations("conversations.handoff");
  return (
    <>
      {who.name ?? t("unnamed")}
      <span className="text-muted">
        {" · "}
        {who.provedAddress
          ? t("verifiedByCode", { address: who.provedAddress })
          : t(who.verified ? "verified" : "unverified")}
      </span>
    </>
  );
}

/**
 * First thing in a thread: why a person is needed, who asks what, what was tried, what is known and missing. It stands above
 * the log, open until a person has answered, then one line.
 */
export function HandoffCard({
  handoff,
  lang,
  fresh,
}: {
  handoff: NonNullable<ConversationDetail["handoff"]>;
  lang: string;
  fresh: boolean;
}) {
  const t = useTranslations("conversations.handoff");
  const { card, reason } = handoff;
  const [last, earlier] = [card.asked.at(-1), card.asked.slice(0, -1)];
  return (
    <details
      open={fresh}
      className="max-h-[42%] max-md:max-h-[30%] shrink-0 overflow-y-auto border-line border-b bg-surface"
    >
      <summary className="px-4 py-2 marker:text-faint pointer-coarse:py-3">
        <span className="inline-flex w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-2 align-top">
          <span className="font-semibold">{t("title")}</span>
          <span className="text-muted">{t(`reason.${reason}`)}</span>
          {card.needed && <Completeness needed={card.needed} missing={card.missing} />}
        </span>
      </summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 px-4 pb-3">
        {card.who && (
          <Line label={t("who")}>
            <Who who={card.who} />
          </Line>
        )}
        {card.said && (
          <Line label={t("said")}>
            <span lang={lang}>{card.said}</span>
          </Line>
        )}
        {last && (
          <Line label={t("asked")}>
            <span lang={lang}>{last}</span>
            {earlier.length > 0 && (
              <ul lang={lang} className="text-muted">
                {earlier.map((text, index) => (
                  <li key={`${String(index)}-${text}`} className="truncate">
                    {text}
                  </li>
                ))}
              </ul>
            )}
          </Line>
        )}
        {card.tried.length + (card.actions?.length ?? 0) > 0 && (
          <Line label={t("tried")}>
            <Tried card={card} />
          </Line>
        )}
        {card.known.length > 0 && (
          <Line label={t("known")}>
            <Known known={card.known} />
          </Line>
        )}
        {card.missing.length > 0 && (
          <Line label={t("missing")}>{card.missing.map((one) => t(`lacks.${one}`)).join(t("and"))}</Line>
        )}
      </dl>
    </details>
  );
}
