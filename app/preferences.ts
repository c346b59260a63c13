"use server";

import { cookies } from "next/headers";
import { isLocale } from "@/lib/i18n";
import { THEME_COOKIE, themeOf } from "@/lib/theme";
import { LOCALE_COOKIE } from "@/server/i18n/request";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const OPTIONS = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" } as const;

/** Keeps a choice of this browser, which the server paints by. Null or unknown values return to the default. */
export async function keepPreference(name: "locale" | "theme", value: string | null): Promise<void> {
  const jar = await cookies();
  const cookie = name === "locale" ? LOCALE_COOKIE : THEME_COOKIE;
  const known = name === "locale" ? isLocale(value) : themeOf(value ?? undefined) !== undefined;
  if (known && value) jar.set(cookie, value, OPTIONS);
  else jar.delete(cookie);
}
