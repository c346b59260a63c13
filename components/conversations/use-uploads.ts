"use client";

import { useState } from "react";
import { newId } from "@/lib/ids";

/** A file chosen for the next message: on its way, stored under an id, or refused with a code. */
export type Upload = {
  key: string;
  name: string;
  state: "sending" | "stored" | "failed";
  id: string | null;
  code: string;
};

const LIMIT = 10;

async function upload(conversationId: string, file: File): Promise<{ id: string } | { code: string }> {
  const body = new FormData();
  body.set("file", file);
  const address = `/api/attachments?conversationId=${encodeURIComponent(conversationId)}`;
  const response = await fetch(address, { method: "POST", body });
  const reply: { id?: string; code?: string } = await response.json();
  return reply.id ? { id: reply.id } : { code: reply.code ?? "internal" };
}

/** The files of the message being written. */
export function useUploads(conversationId: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const settle = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  function add(files: readonly File[]): void {
    for (const file of files.slice(0, LIMIT - uploads.length)) {
      const key = newId("attachment");
      setUploads((all) => [...all, { key, name: file.name, state: "sending", id: null, code: "" }]);
      upload(conversationId, file).then(
        (reply) =>
          settle(key, "id" in reply ? { state: "stored", id: reply.id } : { state: "failed", code: reply.code }),
        () => settle(key, { state: "failed", code: "network" }),
      );
    }
  }
  return {
    uploads,
    add,
    remove: (key: string) => setUploads((all) => all.filter((one) => one.key !== key)),
    /** Takes those away that were sent. */
    clear: () => setUploads((all) => all.filter(({ state }) => state === "failed")),
    /** Nothing is on its way; what was refused says so and holds up nothing. */
    ready: uploads.every(({ state }) => state !== "sending"),
    ids: uploads.flatMap((one) => one.id ?? []),
  };
}
