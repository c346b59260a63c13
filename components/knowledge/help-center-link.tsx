import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n";
import { buttonStyles } from "../ui/button";

/** Leads to the published article, in a tab of its own. */
export function HelpCenterLink({ slug, locale }: { slug: string; locale: Locale }) {
  const t = useTranslations("knowledge.publication");
  return (
    <a
      href={`/${locale}/articles/${slug}`}
      target="_blank"
      rel="noopener"
      className={buttonStyles({ variant: "quiet" })}
    >
      <span className="max-sm:sr-only">{t("view")}</span>
      <ExternalLink size={16} strokeWidth={1.75} aria-hidden />
    </a>
  );
}
