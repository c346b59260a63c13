/** A line at the bottom left, with the way back. */
export interface Toast {
  id: number;
  message: string;
  /** Reverses what was done; shows the Undo button. */
  onUndo?: () => void;
  /** Runs once when the time is over without Undo. */
  onExpire?: () => void;
}

/** How long a toast can be undone, in milliseconds of visible, unpaused time. */
export const TOAST_MS = 8_000;

type Listener = () => void;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<Listener>();

function replace(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) {
    listener();
  }
}

function take(id: number): Toast | undefined {
  const found = toasts.find((toast) => toast.id === id);
  if (found) {
    replace(toasts.filter((toast) => toast !== found));
  }
  return found;
}

/** Shows a toast and returns its id. Only for what is not visible otherwise. */
export function showToast(toast: Omit<Toast, "id">): number {
  const id = nextId++;
  replace([...toasts, { ...toast, id }]);
  return id;
}

/** Takes the toast away and runs its `onUndo`; nothing when it is gone already. */
export function undoToast(id: number): void {
  take(id)?.onUndo?.();
}

/** Takes the toast away and runs its `onExpire`; nothing when it is gone already. */
export function expireToast(id: number): void {
  take(id)?.onExpire?.();
}

/** The toasts on screen, oldest first; the same array until one changes. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

/** Calls back on every change; returns the way to stop. */
export function subscribeToasts(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
