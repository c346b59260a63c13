import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { SettingsOf } from "@/lib/contracts/settings";
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from "@/lib/i18n";
import type { ServiceContext } from "./context";
import { contextFor } from "./request-context";
import { getSettings } from "./settings/get-settings";

/** The context of a public page, once a request: nobody in particular reads. */
export const helpContext = cache(
  async (): Promise<ServiceContext<{ kind: "anonymous" }>> =>
    contextFor({ kind: "anonymous" }, (await headers()).get("x-request-id")),
);

/** The company as public pages show it, once a request. */
export const helpCompany = cache(
  async (): Promise<SettingsOf<"company">> => getSettings((await helpContext()).db, "company"),
);

/** The language a public page's path names; a path with any other first word is a 404. */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}

/** The language of the document around a layout or 404, which have no path of their own. */
export async function documentLocale(): Promise<Locale> {
  const locale = await getLocale();
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

/** The two languages of a page and where it stands in the reader's, for search engines. `path` starts with a slash or is empty. */
export function alternatesOf(locale: Locale, path: string): Metadata["alternates"] {
  return {
    canonical: `/${locale}${path}`,
    languages: Object.fromEntries(LOCALES.map((other) => [other, `/${other}${path}`])),
  };
}
