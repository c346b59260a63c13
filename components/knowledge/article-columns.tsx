import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { LOCALES } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import type { TimeReader } from "@/lib/time";
import { variantLabel } from "@/lib/variant-label";
import type { DataColumn } from "../shared/data-table";
import { Time } from "../shared/time";
import { Chip } from "../ui/chip";
import type { ListedArticle } from "./knowledge-types";
import { LanguageMark } from "./language-mark";
import { languageState } from "./version-mark";

type Columns = readonly [DataColumn<ListedArticle>, ...DataColumn<ListedArticle>[]];

/** The columns of the article list, most important first. `categoryName` names a category by id. */
export function useArticleColumns(
  reader: TimeReader,
  now: Date,
  categoryName: (id: string | null) => string | null,
): Columns {
  const t = useTranslations("knowledge");
  return [
    { id: "title", header: t("field.title"), cell: (row) => <ArticleTitle row={row} /> },
    { id: "languages", header: t("field.languages"), cell: ({ states }) => <Languages states={states} /> },
    {
      id: "category",
      header: t("field.category"),
      phone: "hidden",
      cell: ({ categoryId }) => categoryName(categoryId) ?? <span className="text-faint">{t("list.noCategory")}</span>,
    },
    {
      id: "author",
      header: t("field.author"),
      phone: "hidden",
      cell: ({ author }) => author ?? <span className="text-faint">{t("list.imported")}</span>,
    },
    {
      id: "updated",
      header: t("field.updated"),
      phone: "aside",
      cell: ({ updatedAt }) => (
        <Time
          at={new Date(updatedAt)}
          now={now}
          {...reader}
          className="whitespace-nowrap font-normal text-12 text-muted"
        />
      ),
    },
  ];
}

function ArticleTitle({ row: { title, audience, variantOf, appliesTo } }: { row: ListedArticle }) {
  const [t, words, locale] = [useTranslations("knowledge"), useTranslations("circumstances"), useLocale()];
  return (
    <span className={cx("flex min-w-0 items-center gap-2", variantOf !== null && "pl-5")}>
      <span lang={detectLocale(title) ?? undefined} className="line-clamp-1 max-w-[52ch] [overflow-wrap:anywhere]">
        {title || t("untitled")}
      </span>
      {variantOf !== null && (
        <Chip outlined tone="muted" className="font-normal">
          {variantLabel(appliesTo, locale, words) || t("variants.forNobody")}
        </Chip>
      )}
      {audience === "internal" && (
        <Chip outlined tone="muted" className="font-normal">
          {t("audience.internal")}
        </Chip>
      )}
    </span>
  );
}

function Languages({ states }: { states: ListedArticle["states"] }) {
  const t = useTranslations("knowledge.language");
  return (
    <span className="flex gap-3">
      {LOCALES.map((locale) => (
        <span key={locale} className="flex items-center gap-1.5 sm:w-36">
          <span className="text-12 text-faint">{t(`short.${locale}`)}</span>
          <LanguageMark state={languageState(states[locale])} />
        </span>
      ))}
    </span>
  );
}
