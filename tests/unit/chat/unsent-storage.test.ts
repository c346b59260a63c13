// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import type { Unsent } from "@/components/chat/chat-state";
import { keepUnsent, readUnsent } from "@/components/chat/unsent-storage";

const one = (clientMessageId: string, at: string): Unsent => ({
  clientMessageId,
  conversationId: null,
  text: "text",
  at,
  attachments: [],
  state: "sending",
  code: null,
});

beforeEach(() => localStorage.clear());

describe("the unsent messages of a browser", () => {
  it("come back in the order of writing after a reload", () => {
    const [later, earlier] = [one("a", "2026-11-18T02:00:01Z"), one("b", "2026-11-18T02:00:00Z")];
    keepUnsent(localStorage, [], [later, earlier]);
    expect(readUnsent(localStorage)).toEqual([earlier, later]);
  });
  it("of one tab are never erased by another", () => {
    keepUnsent(localStorage, [], [one("tab-1", "1")]);
    const other = [one("tab-2", "2")];
    keepUnsent(localStorage, [], other);
    keepUnsent(localStorage, other, []);
    expect(readUnsent(localStorage).map(({ clientMessageId }) => clientMessageId)).toEqual(["tab-1"]);
  });
  it("survive what somebody else wrote into the storage", () => {
    localStorage.setItem("zhida.unsent.x", "{broken");
    localStorage.setItem("zhida.unsent.y", "null");
    expect(readUnsent(localStorage)).toEqual([]);
  });
});
