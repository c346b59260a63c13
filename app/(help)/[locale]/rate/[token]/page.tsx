import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkGone } from "@/components/tickets/link-gone";
import { RatingPage } from "@/components/tickets/rating-page";
import { ServiceError } from "@/server/errors";
import { helpContext, pageLocale } from "@/server/help-page";
import { getRatingForm } from "@/server/quality/get-rating-form";
import { submitRating } from "./actions";

type PageProps = {
  params: Promise<{ locale: string; token: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "tickets.rate" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** The form behind a mailed rating link. Opening it stores nothing: mail scanners open links too. */
export default async function RateByLinkPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const [{ token }, query, ctx] = await Promise.all([params, searchParams, helpContext()]);
  const form = await getRatingForm({ ctx, input: { token } }).catch((error: unknown) => {
    if (error instanceof ServiceError && error.kind === "not_found") return null;
    throw error;
  });
  if (!form) return <LinkGone locale={locale} about="rate" />;
  return <RatingPage {...{ form, locale }} done={query.done === "1"} action={submitRating.bind(null, locale, token)} />;
}
