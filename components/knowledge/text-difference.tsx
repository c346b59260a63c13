import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Locale } from "@/lib/i18n";
import { foldUnchanged, type ShownPart, wordDifference } from "./word-difference";

type TextDifferenceProps = { label: string; locale: Locale; before: string; after: string };

/** One field of two versions as one text: added words underlined, removed ones struck through, long sameness folded. */
export function TextDifference({ label, locale, before, after }: TextDifferenceProps) {
  const parts = useMemo(() => foldUnchanged(wordDifference(before, after, locale)), [before, after, locale]);
  if (before === "" && after === "") return null;
  return (
    <div>
      <h2 className="pb-1 text-12 text-muted">{label}</h2>
      <div lang={locale} className="whitespace-pre-wrap text-14 leading-6 [overflow-wrap:anywhere]">
        {parts
          .map((part, at) => ({ part, at }))
          .map(({ part, at }) => (
            <Part key={at} part={part} />
          ))}
      </div>
    </div>
  );
}

function Part({ part }: { part: ShownPart }) {
  const t = useTranslations("knowledge.history");
  if (part.kind === "left_out") {
    return (
      <span className="my-2 block border-line border-y py-1 text-12 text-muted">
        {t("leftOut", { count: part.lines })}
      </span>
    );
  }
  if (part.kind === "same") return part.text;
  return part.kind === "added" ? (
    <ins className="bg-accent-soft decoration-2 decoration-accent underline-offset-4">
      <span className="sr-only">{t("added")} </span>
      {part.text}
    </ins>
  ) : (
    <del className="bg-danger-soft text-danger decoration-2">
      <span className="sr-only">{t("removed")} </span>
      {part.text}
    </del>
  );
}
