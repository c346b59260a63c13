"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Kbd } from "../ui/kbd";
import { usePalette } from "./console-context";
import { keyCaps } from "./key-caps";
import { type NavItem, NavLink } from "./nav-link";

/** The command palette, and on a phone the places its bar has no room for. */
export function AccountPlaces({ places, onLeave }: { places: readonly NavItem[]; onLeave: () => void }) {
  const t = useTranslations("shared");
  const [, setPaletteOpen] = usePalette();
  return (
    <div className="flex flex-col pb-2">
      <button
        type="button"
        onClick={() => {
          onLeave();
          setPaletteOpen(true);
        }}
        className="flex min-h-8 items-center gap-2 rounded-control px-2 text-13 hover:bg-hover pointer-coarse:min-h-11"
      >
        <Search size={16} strokeWidth={1.75} aria-hidden className="text-muted" />
        {t("palette.open")}
        <Kbd className="ml-auto pointer-coarse:hidden">{keyCaps("mod+k")}</Kbd>
      </button>
      {places.length > 0 && (
        <nav aria-label={t("shell.more")} className="md:hidden">
          {places.map((place) => (
            <NavLink key={place.href} item={place} variant="menu" />
          ))}
        </nav>
      )}
    </div>
  );
}
