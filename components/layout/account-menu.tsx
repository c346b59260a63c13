"use client";

import { useTranslations } from "next-intl";
import { PresenceSection } from "../routing/presence-section";
import { PresenceShape } from "../routing/presence-shape";
import { usePresence } from "../routing/use-presence";
import { Avatar } from "../ui/avatar";
import { Popover } from "../ui/popover";
import { AccountEntries, type KeepPreference } from "./account-entries";
import { useMe } from "./console-context";

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

/** One's letters and presence; behind them presence, capacity, language, theme, keyboard and the way out. */
export function AccountMenu({ serves, keepPreference }: { serves: boolean; keepPreference: KeepPreference }) {
  const t = useTranslations("shared.account");
  const me = useMe();
  return (
    <Popover
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
      {serves && <PresenceSection />}
      <AccountEntries keepPreference={keepPreference} />
    </Popover>
  );
}
