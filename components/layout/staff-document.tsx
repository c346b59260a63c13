import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { THEME_COOKIE, themeOf } from "@/lib/theme";

/** Every staff page: above the keyboard on phones, out of search engines, no guessed phone links. */
export const staffViewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
};

export const staffMetadata: Metadata = {
  title: { template: "%s · Zhida", default: "Zhida" },
  formatDetection: { telephone: false },
  robots: { index: false, follow: false },
};

const SANS_FONT = "/fonts/ibm-plex-sans-latin-5.3.0.woff2";

/**
 * `<html>` and `<body>` of a staff root layout, with the words of every staff screen for client components.
 * Language and theme come from cookies, so the first paint is right without an inline script.
 */
export async function StaffDocument({ children }: { children: ReactNode }) {
  const [locale, messages, jar] = await Promise.all([getLocale(), getMessages(), cookies()]);
  const { help: _help, mail: _mail, ...words } = messages;
  if (locale === "en") preload(SANS_FONT, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang={locale} data-theme={themeOf(jar.get(THEME_COOKIE)?.value)}>
      <body className="bg-bg text-13 text-text">
        <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
