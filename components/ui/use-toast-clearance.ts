"use client";

import { type RefObject, useEffect } from "react";

const WIDE = "(min-width: 1024px)";

/** Keeps toasts above an element at the foot of a wide page, such as a composer. */
export function useToastClearance(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      const height = window.matchMedia(WIDE).matches ? current.offsetHeight : 0;
      root.setProperty("--toast-clearance", `${height}px`);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      root.removeProperty("--toast-clearance");
    };
  }, [element]);
}
