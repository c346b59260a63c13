"use client";

import { useEffect, useEffectEvent } from "react";
import { isTypingTarget } from "@/lib/typing-target";
import { isImeKey } from "./ime";
import { useStoredFlag } from "./use-stored-flag";

/** Single keys and what they do; `mod+k` works inside fields too and cannot be switched off. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/** Chinese keyboards type these for the same keys. */
const SAME_KEY: Record<string, string> = { "、": "/", "？": "?" };

function nameOf(event: KeyboardEvent): string {
  const key = SAME_KEY[event.key] ?? event.key.toLowerCase();
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

/** Whether single-key shortcuts are on, and the switch. */
export function useShortcutsSwitch(): [boolean, (on: boolean) => void] {
  return useStoredFlag("shortcuts", true);
}

function blocked(event: KeyboardEvent): boolean {
  const inLayer = event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], dialog');
  return isTypingTarget(event.target) || Boolean(inLayer) || event.altKey;
}

/** Keys for the whole page: silent in fields, in open layers and while an input method composes. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const [on] = useShortcutsSwitch();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isImeKey(event) || event.defaultPrevented) return;
    const name = nameOf(event);
    const run = shortcuts[name];
    if (!run || (!name.startsWith("mod+") && (!on || blocked(event)))) return;
    event.preventDefault();
    run(event);
  });
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
