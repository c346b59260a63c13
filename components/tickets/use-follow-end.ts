"use client";

import { type RefObject, useEffect, useRef } from "react";

const NEAR_PX = 80;

/** Keeps a scrolling list at its end: when it opens, and when it grows while the reader is near the end. */
export function useFollowEnd(list: RefObject<HTMLElement | null>, length: number): void {
  const near = useRef(true);
  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const onScroll = () => {
      near.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX;
    };
    current.addEventListener("scroll", onScroll, { passive: true });
    return () => current.removeEventListener("scroll", onScroll);
  }, [list]);
  useEffect(() => {
    const { current } = list;
    if (current && near.current && length > 0) current.scrollTop = current.scrollHeight;
  }, [list, length]);
}
