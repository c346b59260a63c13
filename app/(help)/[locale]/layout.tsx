import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { env } from "@/lib/env";
import { isLocale, type Locale, negotiateLocale } from "@/lib/i18n";
import { helpCompany } from "@/server/help-page";
import "../../globals.css";
import "../help.css";

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
};

/** The language of the path; of the reader where the path names none, so that its 404 can be read. */
async function documentLocale({ params }: Pick<LayoutProps, "params">): Promise<Locale> {
  const { locale } = await params;
  return isLocale(locale) ? locale : negotiateLocale((await headers()).get("accept-language"));
}

export async function generateMetadata(props: LayoutProps): Promise<Metadata> {
  const [locale, company] = await Promise.all([documentLocale(props), helpCompany()]);
  const name = company.name[locale];
  return {
    metadataBase: new URL(env().APP_URL),
    title: { template: `%s · ${name}`, default: name },
    formatDetection: { telephone: false },
  };
}

const SANS_FONT = "/fonts/ibm-plex-sans-latin-5.3.0.woff2";

/** Root of every public page: the path's language, the company's hue, light or dark as the system. */
export default async function HelpDocument({ children, params }: LayoutProps) {
  const [locale, company] = await Promise.all([documentLocale({ params }), helpCompany()]);
  if (locale === "en") preload(SANS_FONT, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang={locale} data-hue={company.hue}>
      <body className="bg-bg text-16 text-text">{children}</body>
    </html>
  );
}
