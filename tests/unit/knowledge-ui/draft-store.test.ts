import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DraftBase, DraftStore, type DraftText } from "@/components/knowledge/draft-store";

const TEXT: DraftText = { title: "Refunds", questions: [], body: "Three days." };
const NONE: DraftBase = { key: "nothing", versionId: null, revision: 0 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store over a memory that counts revisions; `refuse` makes the next saves fail with a code. */
function draftOver(base: DraftBase = NONE) {
  const saves: DraftText[] = [];
  const memory: { refuse: string | null; gate: Promise<void> | null } = { refuse: null, gate: null };
  const draft = new DraftStore({
    text: TEXT,
    base,
    save: async (text, { revision }) => {
      await memory.gate;
      if (memory.refuse) throw new Error(memory.refuse);
      saves.push(text);
      return { key: "draft:v1", versionId: "v1", revision: revision + 1 };
    },
    codeOf: (error) => (error instanceof Error ? error.message : "internal"),
  });
  return { draft, saves, memory };
}

describe("a draft that saves itself", () => {
  it("is saved once, after the pause in the typing", async () => {
    const { draft, saves } = draftOver();
    for (const body of ["a", "ab", "abc"]) {
      draft.edit({ body });
      await vi.advanceTimersByTimeAsync(700);
    }
    expect(saves).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(saves.map(({ body }) => body)).toEqual(["abc"]);
    expect(draft.snapshot()).toMatchObject({ status: "saved", base: { versionId: "v1", revision: 1 } });
  });

  it("saves what was typed during a save after it, over the revision that save made", async () => {
    const { draft, saves, memory } = draftOver();
    let open = () => {};
    memory.gate = new Promise((resolve) => {
      open = resolve;
    });
    draft.edit({ body: "one" });
    const flushed = draft.flush();
    draft.edit({ body: "two" });
    open();
    expect(await flushed).toBe(true);
    expect(saves.map(({ body }) => body)).toEqual(["one", "two"]);
    expect(draft.snapshot().base.revision).toBe(2);
    expect(draft.unsaved).toBe(false);
  });

  it("saves one at a time, however many ask for it", async () => {
    const { draft, saves, memory } = draftOver();
    let open = () => {};
    memory.gate = new Promise((resolve) => {
      open = resolve;
    });
    draft.edit({ body: "one" });
    const asked = [draft.flush()];
    draft.edit({ body: "two" });
    asked.push(draft.flush(), draft.flush());
    open();
    expect(await Promise.all(asked)).toEqual([true, true, true]);
    expect(saves.map(({ body }) => body)).toEqual(["one", "two"]);
  });

  it("keeps the text while offline and saves it by itself when the network is back", async () => {
    const { draft, saves, memory } = draftOver();
    memory.refuse = "network";
    draft.edit({ body: "on the train" });
    await vi.advanceTimersByTimeAsync(800);
    expect(draft.snapshot()).toMatchObject({ status: "offline", text: { body: "on the train" } });
    memory.refuse = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saves.map(({ body }) => body)).toEqual(["on the train"]);
  });

  it("never overwrites another editor's words without being told to", async () => {
    const { draft, saves, memory } = draftOver();
    memory.refuse = "draft_changed";
    draft.edit({ body: "mine" });
    await vi.advanceTimersByTimeAsync(800);
    memory.refuse = null;
    draft.edit({ body: "mine, more" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(draft.snapshot().status).toBe("conflict");
    expect(await draft.flush()).toBe(false);
    expect(saves).toHaveLength(0);
    expect(await draft.keepMine({ key: "draft:v1", versionId: "v1", revision: 7 })).toBe(true);
    expect(saves.map(({ body }) => body)).toEqual(["mine, more"]);
    expect(draft.snapshot().base.revision).toBe(8);
  });

  it("takes another editor's words when nothing is unsaved, and asks when something is", () => {
    const theirs = { ...TEXT, body: "theirs" };
    const newer = { key: "draft:v1", versionId: "v1", revision: 3 };
    const idle = draftOver().draft;
    idle.meet(theirs, newer);
    expect(idle.snapshot()).toMatchObject({ status: "saved", text: theirs, base: newer });
    const busy = draftOver().draft;
    busy.edit({ body: "mine" });
    busy.meet(theirs, newer);
    expect(busy.snapshot()).toMatchObject({ status: "conflict", text: { body: "mine" } });
    busy.adopt(theirs, newer);
    expect(busy.snapshot()).toMatchObject({ status: "saved", text: theirs });
  });

  it("does not go back to what was read before its own save", async () => {
    const { draft } = draftOver();
    draft.edit({ body: "new" });
    await draft.flush();
    draft.meet(TEXT, NONE);
    expect(draft.snapshot().text.body).toBe("new");
  });

  it("says why a save was refused and tries again with the next words", async () => {
    const { draft, saves, memory } = draftOver();
    memory.refuse = "too_long";
    draft.edit({ body: "x" });
    await vi.advanceTimersByTimeAsync(800);
    expect(draft.snapshot()).toMatchObject({ status: "failed", failure: "too_long" });
    memory.refuse = null;
    draft.edit({ body: "y" });
    await vi.advanceTimersByTimeAsync(800);
    expect(saves).toHaveLength(1);
    expect(draft.snapshot()).toMatchObject({ status: "saved", failure: null });
  });
});
