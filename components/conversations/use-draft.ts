"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readStored, writeStored } from "../shared/stored-value";

const SAVE_AFTER_MS = 300;

/**
 * The unsent text of a field, kept in this browser per name. It is saved shortly after the last change, not while an
 * input method composes, and at once when the field goes away. Mount it per name (`key`).
 */
export function useDraft(name: string) {
  const key = `draft.${name}`;
  const [text, setText] = useState(() => readStored(key) ?? "");
  const latest = useRef(text);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    writeStored(key, latest.current || null);
  }, [key]);
  function change(next: string): void {
    latest.current = next;
    setText(next);
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(save, SAVE_AFTER_MS);
  }
  useEffect(() => {
    // A full navigation does not unmount: the page going away is the last moment to keep what was typed.
    window.addEventListener("pagehide", save);
    return () => {
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [save]);
  return {
    text,
    change,
    /** Changes it and keeps it at once. */
    keep: (next: string) => {
      change(next);
      save();
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
      change(latest.current);
    },
    isComposing: () => composing.current,
  };
}
