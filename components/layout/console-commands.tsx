"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShortcuts } from "../shared/use-shortcuts";
import { CommandGroup, CommandItem, CommandPalette } from "../ui/command-palette";
import type { KeepPreference } from "./account-entries";
import { usePalette } from "./console-context";
import { FoundCommands } from "./found-commands";
import { KeysHelp } from "./keys-help";
import { useActions } from "./use-actions";

type Named = { label: string; keywords: string[]; run: () => void };

/** Those whose name or keywords hold what is typed; all of them before anything is. */
function matching<Entry extends Named>(entries: Entry[], query: string): Entry[] {
  const wanted = query.trim().toLocaleLowerCase();
  return entries.filter(({ label, keywords }) =>
    [label, ...keywords].some((word) => word.toLocaleLowerCase().includes(wanted)),
  );
}

/** ⌘K opens, finds and does everything one can reach; `?` lists the keys. */
export function ConsoleCommands(props: { places: { href: string; label: string }[]; keepPreference: KeepPreference }) {
  const t = useTranslations("shared.palette");
  const router = useRouter();
  const [open, setOpen] = usePalette();
  const [query, setQuery] = useState("");
  const [help, setHelp] = useState(false);
  const show = (next: boolean) => {
    setOpen(next);
    setQuery("");
  };
  const doing = (run: () => void) => () => {
    show(false);
    run();
  };
  const go = (href: string) => router.push(href);
  useShortcuts({ "mod+k": () => show(!open), "?": () => setHelp(true) });
  const places = props.places.map(({ href, label }) => ({ label, keywords: [href.slice(1)], run: () => go(href) }));
  const actions = useActions({ go, keepPreference: props.keepPreference, showKeys: () => setHelp(true) });
  const group = (heading: string, entries: Named[]) =>
    entries.length > 0 && (
      <CommandGroup heading={heading}>
        {entries.map(({ label, run }) => (
          <CommandItem key={label} value={`${heading} ${label}`} onSelect={doing(run)}>
            {label}
          </CommandItem>
        ))}
      </CommandGroup>
    );
  return (
    <>
      <CommandPalette
        open={open}
        onOpenChange={show}
        label={t("label")}
        placeholder={t("placeholder")}
        emptyText={t("empty")}
        query={query}
        onQueryChange={setQuery}
        shouldFilter={false}
      >
        {group(t("go"), matching(places, query))}
        {open && <FoundCommands query={query} onGo={(href) => doing(() => go(href))()} />}
        {group(t("do"), matching(actions, query))}
      </CommandPalette>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}
