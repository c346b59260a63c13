import { useLocale, useTranslations } from "next-intl";
import type { TracedVariant } from "@/lib/contracts/answer-trace";
import { circumstanceName } from "@/lib/variant-label";

/** Which text of an article with variants was used, and what is known of the customer that picked it. */
export function PickedVariant({ variant }: { variant: TracedVariant }) {
  const t = useTranslations("conversations.trace.variant");
  const words = useTranslations("circumstances");
  const locale = useLocale();
  const { title, because, chosen, general } = variant;
  const picked = title === undefined ? t("asked") : t(chosen ? "chosen" : general ? "general" : "used", { title });
  return (
    <span className="mt-1 block text-12 text-muted">
      {picked}
      {!chosen &&
        because.map(({ dimension, value, source }) => (
          <span key={dimension} className="block">
            {words(`dimension.${dimension}`)}
            {words("colon")}
            {value === undefined || source === undefined
              ? t("unknown")
              : `${circumstanceName(dimension, value, locale, words)} · ${words(`source.${source}`)}`}
          </span>
        ))}
    </span>
  );
}
