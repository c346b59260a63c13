"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { RequestFormState, RequestMistake } from "@/lib/contracts/tickets";
import { ticketReplyByTokenSchema } from "@/lib/contracts/tickets";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n";
import { clientAddressOf } from "@/server/auth/client-address";
import { ensureCustomerSession } from "@/server/customer-session";
import { ServiceError } from "@/server/errors";
import { helpContext } from "@/server/help-page";
import { log } from "@/server/log";
import { limitRate } from "@/server/rest/rate-limit";
import { readRequestForm } from "@/server/tickets/read-request-form";
import { replyByToken } from "@/server/tickets/reply-by-token";
import { submitTicket } from "@/server/tickets/submit-ticket";

async function limitSender(): Promise<void> {
  const { db } = await helpContext();
  await limitRate(db, "tickets", { address: clientAddressOf(await headers()) });
}

/** What went wrong, in the form's words; an unknown failure is logged under the request's id. */
async function problemOf(error: unknown, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "tickets.form.errors" });
  if (!(error instanceof ServiceError)) {
    const requestId = (await headers()).get("x-request-id");
    log.error({ requestId, err: error }, "request form failed");
  }
  if (!(error instanceof ServiceError) || error.kind !== "rate_limited") return t("failed");
  const seconds = Number(error.details.retryAfterSeconds ?? 60);
  return seconds < 120 ? t("rate_limited_for", { seconds }) : t("rate_limited", { minutes: Math.ceil(seconds / 60) });
}

/** Takes a posted request form, with or without JavaScript: stores it and leads to its progress page, or says what is wrong. */
export async function submitRequest(
  pageLocale: string,
  _before: RequestFormState | null,
  form: FormData,
): Promise<RequestFormState> {
  const locale = isLocale(pageLocale) ? pageLocale : DEFAULT_LOCALE;
  const t = await getTranslations({ locale, namespace: "tickets.form.errors" });
  const read = readRequestForm(form);
  if ("mistakes" in read) {
    const words = (mistake: RequestMistake) => t(mistake === "orderNumber" ? "order" : mistake);
    const errors = Object.fromEntries(read.mistakes.map((mistake) => [mistake, words(mistake)]));
    return { values: read.values, errors, problem: t("summary") };
  }
  let token: string;
  try {
    await limitSender();
    const ctx = await ensureCustomerSession(locale);
    ({ token } = await submitTicket({ ctx, input: { ...read.input, locale } }));
  } catch (error) {
    return { values: read.values, errors: {}, problem: await problemOf(error, locale) };
  }
  redirect(`/${locale}/requests/${token}?sent=1`);
}

export type ReplyFormState = { text: string; problem: string };

/** Takes a posted reply of the progress page: the holder of the link is the customer. */
export async function replyToRequest(
  pageLocale: string,
  token: string,
  _before: ReplyFormState | null,
  form: FormData,
): Promise<ReplyFormState> {
  const locale = isLocale(pageLocale) ? pageLocale : DEFAULT_LOCALE;
  const t = await getTranslations({ locale, namespace: "tickets.progress" });
  const text = String(form.get("text") ?? "");
  const parsed = ticketReplyByTokenSchema.safeParse({ token, text, clientMessageId: form.get("messageId") });
  if (!parsed.success) return { text, problem: t("replyError") };
  try {
    await limitSender();
    await replyByToken({ ctx: await helpContext(), input: parsed.data });
  } catch (error) {
    const over = error instanceof ServiceError && error.code === "reopen_window_passed";
    return { text, problem: over ? t("over") : await problemOf(error, locale) };
  }
  redirect(`/${locale}/requests/${token}?replied=1#messages`);
}
