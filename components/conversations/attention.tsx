"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useStoredFlag } from "../shared/use-stored-flag";
import { playAttention } from "./attention-sound";
import type { ConversationCounts } from "./conversation-types";

export const SOUND_FLAG = "attention-sound";
export const DESKTOP_FLAG = "attention-desktop";

const BADGE = /^\(\d+\+?\) /;

/** Puts "(2) " in front of the page's title while something waits. */
function useTitleBadge(count: number): void {
  useEffect(() => {
    const show = () => {
      const bare = document.title.replace(BADGE, "");
      const wanted = count > 0 ? `(${count > 99 ? "99+" : count}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    show();
    const titles = new MutationObserver(show);
    titles.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => titles.disconnect();
  }, [count]);
}

/** Draws the agent's attention to what is new: the title always, sound and desktop notices when asked for. */
export function Attention({ counts }: { counts: ConversationCounts }) {
  const t = useTranslations("conversations.attention");
  const [sound] = useStoredFlag(SOUND_FLAG, false);
  const [desktop] = useStoredFlag(DESKTOP_FLAG, false);
  const before = useRef(counts);
  useTitleBadge(counts.unread + counts.queue);

  const announce = useEffectEvent((words: string) => {
    if (sound) playAttention();
    if (!desktop || document.visibilityState === "visible" || Notification.permission !== "granted") return;
    const notice = new Notification(t("app"), { body: words, tag: "zhida-inbox" });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  });
  useEffect(() => {
    const last = before.current;
    before.current = counts;
    const hidden = document.visibilityState === "hidden";
    if (counts.queue > last.queue) announce(t("queued", { count: counts.queue }));
    else if (counts.mine > last.mine && hidden) announce(t("assigned"));
    else if (counts.unread > last.unread && hidden) announce(t("message"));
  }, [counts, t]);
  return null;
}
