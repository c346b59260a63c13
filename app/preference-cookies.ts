import { cookies } from "next/headers";
import { THEME_COOKIE } from "@/lib/theme";
import { LOCALE_COOKIE } from "@/server/i18n/request";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const OPTIONS = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" } as const;

/** Puts a choice into this browser, which the server paints by; null takes it out. */
export async function paintBy(name: "locale" | "theme", value: string | null): Promise<void> {
  const jar = await cookies();
  const cookie = name === "locale" ? LOCALE_COOKIE : THEME_COOKIE;
  if (value) jar.set(cookie, value, OPTIONS);
  else jar.delete(cookie);
}
