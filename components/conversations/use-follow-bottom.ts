"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

const NEAR_PX = 80;

const sizesOf = ({ scrollHeight, clientHeight }: HTMLElement): string => `${scrollHeight}/${clientHeight}`;

/**
 * Keeps a log at its bottom while the reader is there, and otherwise where it is: rows added above move nothing, rows
 * added below are counted.
 * @param last number of the last row. @param first number of the first row.
 */
export function useFollowBottom(box: RefObject<HTMLElement | null>, first: number, last: number) {
  const near = useRef(true);
  const before = useRef({ first, height: 0 });
  const sizes = useRef("");
  const [seen, setSeen] = useState(last);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const grownAbove = first < before.current.first;
    if (grownAbove) element.scrollTop += element.scrollHeight - before.current.height;
    else if (near.current) element.scrollTop = element.scrollHeight;
    before.current = { first, height: element.scrollHeight };
    sizes.current = sizesOf(element);
    if (near.current) setSeen(last);
  }, [box, first, last]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const follow = () => {
      if (near.current) element.scrollTop = element.scrollHeight;
      before.current.height = element.scrollHeight;
      sizes.current = sizesOf(element);
    };
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [box]);

  return {
    below: Math.max(0, last - seen),
    onScroll: () => {
      const element = box.current;
      // Where sizes changed, the layout has moved it and not the reader; the observer comes right after.
      if (!element || sizesOf(element) !== sizes.current) return;
      near.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      if (near.current) setSeen(last);
    },
    toBottom: () => {
      near.current = true;
      box.current?.scrollTo({ top: box.current.scrollHeight });
      setSeen(last);
    },
  };
}
