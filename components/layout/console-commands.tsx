"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShortcuts } from "../shared/use-shortcuts";
import { CommandGroup, CommandItem, CommandPalette } from "../ui/command-palette";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";

const KEYS = ["j", "k", "enter", "r", "n", "a", "e", "/", "z", "mod+k", "?"] as const;

function keyCaps(key: string): string {
  return key === "mod+k" ? "⌘K" : key.charAt(0).toUpperCase() + key.slice(1);
}

function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("shared.keys");
  const shared = useTranslations("shared");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t("title")} closeLabel={shared("close")}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {KEYS.map((key) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{keyCaps(key)}</Kbd>
            </dt>
            <dd>{t(`does.${key === "/" ? "slash" : key === "?" ? "question" : key === "mod+k" ? "palette" : key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-12 text-muted">{t("off")}</p>
    </Dialog>
  );
}

/** ⌘K opens everything one can go to; `?` lists the keys. */
export function ConsoleCommands({ places }: { places: { href: string; label: string }[] }) {
  const t = useTranslations("shared.palette");
  const router = useRouter();
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  useShortcuts({ "mod+k": () => setPalette((open) => !open), "?": () => setHelp(true) });
  return (
    <>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        label={t("label")}
        placeholder={t("placeholder")}
        emptyText={t("empty")}
      >
        <CommandGroup heading={t("go")}>
          {places.map(({ href, label }) => (
            <CommandItem
              key={href}
              value={label}
              keywords={[href.slice(1)]}
              onSelect={() => {
                setPalette(false);
                router.push(href);
              }}
            >
              {label}
            </CommandItem>
          ))}
        </CommandGroup>
      </CommandPalette>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}
