"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { roleMay } from "@/lib/contracts/permissions";
import { PRESENCE_STATES } from "@/lib/contracts/routing";
import { LOCALES } from "@/lib/i18n";
import { THEMES } from "@/lib/theme";
import { usePresence } from "../routing/use-presence";
import type { KeepPreference } from "./account-entries";
import { useMe } from "./console-context";

type Action = { label: string; keywords: string[]; run: () => void };

type Reach = { go: (href: string) => void; keepPreference: KeepPreference; showKeys: () => void };

/**
 * What the command palette can do for who is signed in: begin an article, invite, change one's presence, language and
 * theme, list the keys. Going offline with open conversations asks a question, so the palette leaves it to the menu.
 */
export function useActions({ go, keepPreference, showKeys }: Reach): Action[] {
  const t = useTranslations("shared");
  const states = useTranslations("routing.state");
  const [me, locale, presence] = [useMe(), useLocale(), usePresence()];
  const may = (permission: Parameters<typeof roleMay>[1]) => roleMay(me.role, permission);
  const keep = (name: "locale" | "theme", value: string | null) => () =>
    void keepPreference(name, value).catch(() => undefined);
  const [signOut] = useState(() => () => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/sign-out" });
    document.body.append(form);
    form.submit();
  });
  const reachable = PRESENCE_STATES.filter((state) => state !== "offline" || presence.load === 0);
  return [
    ...(may("knowledge:write")
      ? [{ label: t("palette.newArticle"), keywords: ["new article"], run: () => go("/knowledge/new") }]
      : []),
    ...(may("team:manage") ? [{ label: t("palette.invite"), keywords: ["invite"], run: () => go("/team") }] : []),
    ...(may("conversations:reply")
      ? reachable
          .filter((state) => state !== presence.state)
          .map((state) => ({
            label: t("palette.presence", { state: states(state) }),
            keywords: [state],
            run: () => presence.change({ state }),
          }))
      : []),
    ...LOCALES.filter((one) => one !== locale).map((one) => ({
      label: `${t("account.language")}: ${t(`account.languages.${one}`)}`,
      keywords: ["language", one],
      run: keep("locale", one),
    })),
    ...[...THEMES, null].map((theme) => ({
      label: `${t("account.theme")}: ${t(`account.themes.${theme ?? "system"}`)}`,
      keywords: ["theme"],
      run: keep("theme", theme),
    })),
    { label: t("keys.title"), keywords: ["keys", "shortcuts"], run: showKeys },
    { label: t("account.signOut"), keywords: ["sign out", "logout"], run: signOut },
  ];
}
