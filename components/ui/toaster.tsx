"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { isTypingTarget } from "@/lib/typing-target";
import { Button } from "./button";
import { Kbd } from "./kbd";
import { currentToasts, expireToast, subscribeToasts, TOAST_MS, type Toast, undoToast } from "./toast-store";

const none: readonly Toast[] = [];

export interface ToasterProps {
  /** Accessible name of the region. */
  label: string;
  undoLabel: string;
}

/** The place for toasts; `Z` outside fields takes back the newest. Once per console page. */
export function Toaster({ label, undoLabel }: ToasterProps) {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => none);
  useUndoKey();
  return (
    <section
      aria-label={label}
      className="pointer-events-none fixed bottom-[calc(1rem+var(--toast-clearance,0px))] left-4 z-50 w-[min(360px,calc(100vw-32px))] max-md:bottom-20"
    >
      <div role="status">
        <ol className="flex flex-col gap-2">
          {toasts.map((toast) => (
            <ToastLine key={toast.id} toast={toast} undoLabel={undoLabel} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function useUndoKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = !event.metaKey && !event.ctrlKey && !event.altKey && !event.isComposing;
      if (plain && event.key.toLowerCase() === "z" && !isTypingTarget(event.target)) {
        const newest = currentToasts().findLast((toast) => toast.onUndo);
        if (newest) {
          event.preventDefault();
          undoToast(newest.id);
        }
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Counts down only while the tab is visible and nothing holds the toast. */
function useExpiry(id: number, held: boolean): void {
  const left = useRef(TOAST_MS);
  const hidden = useSyncExternalStore(
    subscribeVisibility,
    () => document.hidden,
    () => true,
  );
  useEffect(() => {
    if (held || hidden) {
      return;
    }
    const startedAt = performance.now();
    const timer = setTimeout(() => expireToast(id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - startedAt;
    };
  }, [id, held, hidden]);
}

function subscribeVisibility(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

function ToastLine({ toast, undoLabel }: { toast: Toast; undoLabel: string }) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  useExpiry(toast.id, hovered || focused);
  return (
    <li
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="slide-in-from-bottom-2 pointer-events-auto flex min-h-10 animate-in items-center gap-2 rounded-panel border border-line bg-surface py-1 pr-1 pl-4 text-13 shadow-floating"
    >
      <span className="min-w-0 grow">{toast.message}</span>
      {toast.onUndo ? (
        <Button variant="quiet" onClick={() => undoToast(toast.id)}>
          <span className="text-accent">{undoLabel}</span> <Kbd>Z</Kbd>
        </Button>
      ) : null}
    </li>
  );
}
