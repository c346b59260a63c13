"use client";

import { Bell, BellRing, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePresence } from "../routing/use-presence";
import { useStoredFlag } from "../shared/use-stored-flag";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { showToast } from "../ui/toast-store";
import { DESKTOP_FLAG, SOUND_FLAG } from "./attention";
import { playAttention } from "./attention-sound";

function SoundSwitch() {
  const t = useTranslations("conversations.attention");
  const [on, set] = useStoredFlag(SOUND_FLAG, false);
  return (
    <IconButton
      icon={on ? Volume2 : VolumeX}
      label={t(on ? "soundOff" : "soundOn")}
      aria-pressed={on}
      onClick={() => {
        set(!on);
        if (!on) playAttention();
      }}
    />
  );
}

function DesktopSwitch() {
  const t = useTranslations("conversations.attention");
  const [on, set] = useStoredFlag(DESKTOP_FLAG, false);
  async function turn(): Promise<void> {
    if (on) return set(false);
    const permission = "Notification" in window ? await Notification.requestPermission() : "denied";
    if (permission === "granted") set(true);
    else showToast({ message: t("desktopDenied") });
  }
  return (
    <IconButton
      icon={on ? BellRing : Bell}
      label={t(on ? "desktopOff" : "desktopOn")}
      aria-pressed={on}
      onClick={() => turn().catch(() => undefined)}
    />
  );
}

/** While one is offline nobody is sent here: the way back online is the next action. */
function OfflineNotice() {
  const t = useTranslations("routing.presence");
  const presence = usePresence();
  if (presence.state !== "offline") return null;
  return (
    <div className="border-line border-b bg-sunken px-4 py-3">
      <p className="text-muted">{t("offlineNow")}</p>
      <Button className="mt-2" onClick={() => presence.change({ state: "online" })}>
        {t("goOnline")}
      </Button>
    </div>
  );
}

/** The title of the inbox, and how it may call. */
export function InboxHeader() {
  const t = useTranslations("conversations");
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-1 pr-2 pl-4">
        <h1 className="grow font-semibold text-16">{t("title")}</h1>
        <SoundSwitch />
        <DesktopSwitch />
      </header>
      <OfflineNotice />
    </>
  );
}
