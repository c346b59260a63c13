/** Small things this browser remembers for one person. Storage may be full, blocked or gone: then nothing is kept. */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(`zhida.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a value, or forgets it with null. */
export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(`zhida.${key}`);
    else window.localStorage.setItem(`zhida.${key}`, value);
  } catch {
    return;
  }
}
