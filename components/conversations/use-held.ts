"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether a list must stand still: the pointer is over it, focus is in it, or it is scrolled. */
export function useHeld(list: RefObject<HTMLElement | null>): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () =>
      setHeld(element.matches(":hover") || element.contains(document.activeElement) || element.scrollTop > 0);
    const later = () => requestAnimationFrame(measure);
    const events = ["pointerenter", "pointerleave", "focusin", "focusout", "scroll"] as const;
    for (const name of events) element.addEventListener(name, later, { passive: true });
    // The pointer may have come to rest here before the page was alive.
    later();
    return () => {
      for (const name of events) element.removeEventListener(name, later);
    };
  }, [list]);
  return held;
}
