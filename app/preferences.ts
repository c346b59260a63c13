"use server";

import { headers } from "next/headers";
import { isLocale } from "@/lib/i18n";
import { themeOf } from "@/lib/theme";
import { sessionContext } from "@/server/request-context";
import { keepOwnPreference } from "@/server/team/own-preferences";
import { paintBy } from "./preference-cookies";

/**
 * Keeps a choice in this browser, which the server paints by, and with the account of whoever is signed in. Null or
 * unknown values return to the default.
 */
export async function keepPreference(name: "locale" | "theme", value: string | null): Promise<void> {
  const locale = isLocale(value) ? value : null;
  const theme = themeOf(value ?? undefined) ?? null;
  await paintBy(name, name === "locale" ? locale : theme);
  const ctx = await sessionContext(await headers());
  if (ctx.actor.kind === "staff") await keepOwnPreference({ ctx, input: name === "locale" ? { locale } : { theme } });
}
