import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskField } from "@/components/help/ask-field";
import { askWords } from "@/components/help/ask-words";
import { AvailabilityLine } from "@/components/help/availability-line";
import { CategoryColumns } from "@/components/help/category-columns";
import { PopularQuestions } from "@/components/help/popular-questions";
import { Recommendations } from "@/components/help/recommendations";
import { alternatesOf, helpCompany, helpContext, pageLocale } from "@/server/help-page";
import { loadHome } from "./load-home";

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [locale, company] = await Promise.all([pageLocale(params), helpCompany()]);
  const t = await getTranslations({ locale, namespace: "help.home" });
  return { description: t("description", { company: company.name[locale] }), alternates: alternatesOf(locale, "") };
}

export default async function HomePage({ params }: PageProps) {
  const [locale, ctx, company] = await Promise.all([pageLocale(params), helpContext(), helpCompany()]);
  const t = await getTranslations({ locale, namespace: "help.home" });
  const { popular, categories, top, availability, forYou } = await loadHome(ctx, locale);
  return (
    <>
      <h1 className="pt-10 font-semibold text-28 sm:pt-16 sm:text-40">{t("title")}</h1>
      <AskField locale={locale} words={await askWords(locale)} />
      <PopularQuestions locale={locale} label={t("popular")} questions={popular} />
      <AvailabilityLine locale={locale} availability={availability} timeZone={company.timeZone} now={ctx.now} />
      <Recommendations locale={locale} recommendations={forYou} />
      <CategoryColumns locale={locale} categories={categories} articles={top} />
    </>
  );
}
