import type { Unsent } from "./chat-state";

const PREFIX = "zhida.unsent.";

function isUnsent(value: unknown): value is Unsent {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Partial<Record<keyof Unsent, unknown>>;
  return [one.clientMessageId, one.text, one.at].every((field) => typeof field === "string");
}

function parse(json: string | null): Unsent[] {
  try {
    const value: unknown = JSON.parse(json ?? "");
    return isUnsent(value) ? [{ ...value, attachments: value.attachments ?? [], state: value.state ?? "sending" }] : [];
  } catch {
    return [];
  }
}

/** What this browser still has to send, oldest first. One entry a message, so that two tabs never erase each other's. */
export function readUnsent(storage: Storage): Unsent[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  const found = keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => parse(storage.getItem(key)));
  return found.sort((a, b) => a.at.localeCompare(b.at) || a.clientMessageId.localeCompare(b.clientMessageId));
}

/** Brings the storage from one list to the next. A full or blocked storage keeps nothing; the page still does. */
export function keepUnsent(storage: Storage, before: readonly Unsent[], after: readonly Unsent[]): void {
  try {
    for (const one of after) {
      if (!before.includes(one)) storage.setItem(PREFIX + one.clientMessageId, JSON.stringify(one));
    }
    const kept = new Set(after.map((one) => one.clientMessageId));
    for (const { clientMessageId } of before) {
      if (!kept.has(clientMessageId)) storage.removeItem(PREFIX + clientMessageId);
    }
  } catch {
    return;
  }
}
