import { useState } from "react";
import type { AttachmentView } from "@/lib/contracts/conversations";
import { newId } from "@/lib/ids";
import { Refusal } from "./chat-api";
import { useChatSetting } from "./chat-context";
import { fill } from "./chat-words";

/** A file chosen for the next message: on its way, stored, or refused. */
export type ChosenFile = {
  key: string;
  name: string;
  stored: AttachmentView | null;
  problem: "failed" | "too_large" | "unsupported" | null;
};

const MOST = 10;
const LIMIT_BYTES = 10 * 1024 * 1024;

function problemOf(error: unknown): ChosenFile["problem"] {
  if (!(error instanceof Refusal)) return "failed";
  if (error.status === 413) return "too_large";
  return error.status === 415 || error.status === 422 ? "unsupported" : "failed";
}

/** The files of the message being written. */
export function useFiles() {
  const { engine } = useChatSetting();
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const settle = (key: string, change: Partial<ChosenFile>) =>
    setChosen((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const upload = async (key: string, file: File) => {
    try {
      if (file.size > LIMIT_BYTES) throw new Refusal(413, "file_too_large", null);
      settle(key, { stored: await engine.api.upload(await engine.conversation(), file) });
    } catch (error) {
      settle(key, { problem: problemOf(error) });
    }
  };
  const stored = chosen.flatMap((one) => one.stored ?? []);
  return {
    chosen,
    stored,
    /** Nothing is on its way; what was refused says so and holds up nothing. */
    ready: chosen.every(({ stored: kept, problem }) => kept || problem),
    /** What is said when only files are sent. */
    names: (phrase: string) =>
      stored.length > 0 ? fill(phrase, { names: stored.map((one) => one.name).join(", ") }) : "",
    add: (files: readonly File[]) => {
      for (const file of files.slice(0, MOST - chosen.length)) {
        const key = newId("attachment");
        setChosen((all) => [...all, { key, name: file.name, stored: null, problem: null }]);
        upload(key, file);
      }
    },
    remove: (key: string) => setChosen((all) => all.filter((one) => one.key !== key)),
    /** Takes those away that were sent. */
    clear: () => setChosen((all) => all.filter(({ problem }) => problem)),
  };
}

export type Files = ReturnType<typeof useFiles>;
