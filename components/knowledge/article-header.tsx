import { cx } from "class-variance-authority";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LOCALES, type Locale } from "@/lib/i18n";
import type { EditableArticle } from "./knowledge-types";
import { LanguageMark } from "./language-mark";
import { presentText } from "./use-starting-text";

export interface ArticleHeaderProps {
  article: EditableArticle | undefined;
  locale: Locale;
  onLocale: (locale: Locale) => void;
  /** How it stands with what is stored. */
  saved?: ReactNode;
  actions?: ReactNode;
  /** Why the last action was refused. */
  problem?: string | null;
}

/** The top of an article: the way back, what can be done, and its languages with their states. */
export function ArticleHeader({ article, locale, onLocale, saved, actions, problem }: ArticleHeaderProps) {
  const t = useTranslations("knowledge");
  return (
    <header className="border-line border-b px-4 pt-3 md:px-6">
      {/* Beside the text the article itself shows its title. */}
      <h1 className="sr-only lg:hidden">{presentText(article, locale)?.text.title || t("list.title")}</h1>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex min-h-8 min-w-0 items-center gap-3 text-13">
          <Link href="/knowledge" className="inline-flex items-center gap-1 font-semibold hover:underline">
            <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
            {t("list.title")}
          </Link>
          {saved}
        </div>
        <div className="flex flex-wrap items-center gap-2">{actions}</div>
      </div>
      {problem && (
        <p role="alert" className="pt-2 text-13 text-danger">
          {problem}
        </p>
      )}
      <nav aria-label={t("language.label")} className="mt-2 flex gap-6 overflow-x-auto">
        {LOCALES.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === locale ? "true" : undefined}
            onClick={() => onLocale(each)}
            className={cx(
              "-mb-px flex h-9 items-center gap-2 whitespace-nowrap border-b-2 text-13 pointer-coarse:h-11",
              each === locale ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
            )}
          >
            <span lang={each}>{t(`language.${each}`)}</span>
            <span className="font-normal">
              <LanguageMark state={presentText(article, each)?.state ?? "missing"} />
            </span>
          </button>
        ))}
      </nav>
    </header>
  );
}
