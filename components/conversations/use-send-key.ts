"use client";

import type { KeyboardEvent } from "react";
import { isImeKey } from "../shared/ime";
import { useStoredFlag } from "../shared/use-stored-flag";

/** Whether only Ctrl/⌘+Enter sends in this browser, and the switch. */
export function useSendKeySwitch(): [boolean, (only: boolean) => void] {
  return useStoredFlag("send-with-mod", false);
}

/**
 * What Enter does in the composer: it sends, or breaks the line with Shift, when Ctrl/⌘ is asked for, and on touch
 * keyboards, which have no Shift+Enter. Never while an input method composes.
 */
export function useSendKey(send: () => void): (event: KeyboardEvent) => void {
  const [modOnly] = useSendKeySwitch();
  return (event) => {
    if (event.key !== "Enter" || event.shiftKey || isImeKey(event)) return;
    const mod = event.metaKey || event.ctrlKey;
    const touch = window.matchMedia("(pointer: coarse) and (hover: none)").matches;
    if (!mod && (modOnly || touch)) return;
    event.preventDefault();
    send();
  };
}
