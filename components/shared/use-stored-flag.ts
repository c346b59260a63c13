"use client";

import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "./stored-value";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** A yes or no that this browser remembers and every tab shares. */
export function useStoredFlag(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readStored(key) ?? String(initial),
    () => String(initial),
  );
  const set = (next: boolean) => {
    writeStored(key, String(next));
    for (const listener of listeners) listener();
  };
  return [value === "true", set];
}
