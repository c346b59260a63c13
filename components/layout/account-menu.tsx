"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PresenceSection } from "../routing/presence-section";
import { PresenceShape } from "../routing/presence-shape";
import { usePresence } from "../routing/use-presence";
import { Avatar } from "../ui/avatar";
import { Popover } from "../ui/popover";
import { AccountEntries, type KeepPreference } from "./account-entries";
import { AccountPlaces } from "./account-places";
import { useMe } from "./console-context";
import type { NavItem } from "./nav-link";

function OwnPresence() {
  const t = useTranslations("routing.state");
  const state = usePresence().state ?? "offline";
  return (
    <span className="absolute right-0.5 bottom-0.5 grid size-3.5 place-items-center rounded-full bg-bg">
      <PresenceShape state={state} size={10} />
      <span className="sr-only">{t(state)}</span>
    </span>
  );
}

export interface AccountMenuProps {
  serves: boolean;
  /** What the phone's bar has no room for. */
  places: readonly NavItem[];
  keepPreference: KeepPreference;
}

/** One's letters and presence; behind them search, presence, capacity, language, theme, keyboard and the way out. */
export function AccountMenu({ serves, places, keepPreference }: AccountMenuProps) {
  const t = useTranslations("shared.account");
  const me = useMe();
  const pathname = usePathname();
  // Open at one place only, so that going to another closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <Popover
      open={openAt === pathname}
      onOpenChange={(open) => setOpenAt(open ? pathname : null)}
      label={t("label")}
      align="end"
      side="right"
      className="w-72 p-2"
      trigger={
        <button
          type="button"
          className="relative grid size-10 place-items-center rounded-control hover:bg-hover pointer-coarse:size-11"
        >
          <Avatar name={me.name} />
          <span className="sr-only">{me.name}</span>
          {serves && <OwnPresence />}
        </button>
      }
    >
      <p className="truncate px-2 pt-1 pb-2 font-semibold">{me.name}</p>
      <AccountPlaces places={places} onLeave={() => setOpenAt(null)} />
      {serves && <PresenceSection />}
      <AccountEntries keepPreference={keepPreference} />
    </Popover>
  );
}
