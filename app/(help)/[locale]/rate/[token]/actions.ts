"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ratingSchema } from "@/lib/contracts/conversations";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { clientAddressOf } from "@/server/auth/client-address";
import { ServiceError } from "@/server/errors";
import { helpContext } from "@/server/help-page";
import { rateByToken } from "@/server/quality/rate-by-token";
import { limitRate } from "@/server/rest/rate-limit";

export type RatingFormState = { score: number | null; comment: string; problem: string };

/** Takes a posted rating; opening the form's address stores nothing. */
export async function submitRating(
  pageLocale: string,
  token: string,
  _before: RatingFormState | null,
  form: FormData,
): Promise<RatingFormState> {
  const locale = isLocale(pageLocale) ? pageLocale : DEFAULT_LOCALE;
  const t = await getTranslations({ locale, namespace: "tickets" });
  const comment = String(form.get("comment") ?? "");
  const score = Number(form.get("score")) || null;
  const parsed = ratingSchema.safeParse({ score, comment });
  if (!parsed.success) return { score, comment, problem: t(score ? "rate.tooLong" : "rate.missing") };
  try {
    const ctx = await helpContext();
    await limitRate(ctx.db, "votes", { address: clientAddressOf(await headers()) });
    await rateByToken({ ctx, input: { token, ...parsed.data } });
  } catch (error) {
    const known = error instanceof ServiceError && error.kind === "conflict";
    return { score, comment, problem: known ? t(`rate.${error.code}`) : t("form.errors.failed") };
  }
  redirect(`/${locale}/rate/${encodeURIComponent(token)}?done=1`);
}
