"use client";

import { useLocale, useTranslations } from "next-intl";
import { LOCALES } from "@/lib/i18n";
import { THEMES } from "@/lib/theme";
import { useShortcutsSwitch } from "../shared/use-shortcuts";
import { Button } from "../ui/button";
import { Separator } from "../ui/separator";
import { Switch } from "../ui/switch";

/** Keeps a choice in this browser; the page is served anew by it. */
export type KeepPreference = (name: "locale" | "theme", value: string | null) => Promise<void>;

function Choice({ label, chosen, onChoose }: { label: string; chosen: boolean; onChoose: () => void }) {
  return (
    <Button size={28} variant={chosen ? "secondary" : "quiet"} aria-pressed={chosen} onClick={onChoose}>
      {label}
    </Button>
  );
}

/** Language, theme and keyboard of this browser, as entries of the presence menu. */
export function AccountEntries({ keepPreference }: { keepPreference: KeepPreference }) {
  const t = useTranslations("shared.account");
  const locale = useLocale();
  const [shortcuts, setShortcuts] = useShortcutsSwitch();
  const chosenTheme = typeof document === "undefined" ? undefined : document.documentElement.dataset.theme;
  function choose(name: "locale" | "theme", value: string | null): void {
    keepPreference(name, value).catch(() => undefined);
  }
  return (
    <div className="flex flex-col gap-2 px-2 py-1">
      <Separator />
      <div className="flex items-center justify-between gap-2">
        <span>{t("language")}</span>
        <span className="flex gap-1">
          {LOCALES.map((one) => (
            <Choice
              key={one}
              label={t(`languages.${one}`)}
              chosen={one === locale}
              onChoose={() => choose("locale", one)}
            />
          ))}
        </span>
      </div>
      <div className="flex items-center justify-between gap-2">
        <span>{t("theme")}</span>
        <span className="flex gap-1">
          <Choice label={t("themes.system")} chosen={!chosenTheme} onChoose={() => choose("theme", null)} />
          {THEMES.map((one) => (
            <Choice
              key={one}
              label={t(`themes.${one}`)}
              chosen={one === chosenTheme}
              onChoose={() => choose("theme", one)}
            />
          ))}
        </span>
      </div>
      <Switch label={t("shortcuts")} checked={shortcuts} onChange={(event) => setShortcuts(event.target.checked)} />
      <Separator />
      <form method="post" action="/sign-out" className="flex items-center justify-between gap-2">
        <a href="/settings" className="text-accent hover:underline">
          {t("settings")}
        </a>
        <Button type="submit" size={28} variant="quiet">
          {t("signOut")}
        </Button>
      </form>
    </div>
  );
}
