import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatPercent } from "@/lib/format";
import { Button } from "../ui/button";
import type { GapDetail } from "./gap-types";
import type { Decision } from "./use-decision";

/** What the assistant would answer from now, and the way to give it the wordings instead. */
export function NearestArticle({ gap, decision }: { gap: GapDetail; decision: Decision }) {
  const t = useTranslations("gaps");
  const locale = useLocale();
  const { nearest, suggestion } = gap;
  const offered = nearest && nearest.articleId !== suggestion?.articleId;
  return (
    <section aria-label={t("nearest.title")} className="text-13">
      <h3 className="pb-1 font-semibold text-14">{t("nearest.title")}</h3>
      {nearest ? (
        <p>
          <Link
            lang={gap.locale}
            href={`/knowledge/${nearest.articleId}?lang=${gap.locale}`}
            className="text-accent underline underline-offset-4"
          >
            {nearest.title}
          </Link>{" "}
          <span className="text-muted tabular-nums">
            {t("nearest.sure", { percent: formatPercent(nearest.confidence, locale) })}
          </span>
        </p>
      ) : (
        <p className="text-muted">{t("nearest.none")}</p>
      )}
      <p className="text-12 text-muted">{t("nearest.hint")}</p>
      {offered ? (
        <Button className="mt-3" pending={decision.pending} onClick={() => void decision.publish(nearest.articleId)}>
          {t("action.into")}
        </Button>
      ) : null}
    </section>
  );
}
