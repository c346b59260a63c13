import { describe, expect, test } from "vitest";
import { arrangeRows } from "@/components/conversations/arrange-rows";
import { applyMark } from "@/components/conversations/markdown-edit";
import { knownUntil, mergeMessages } from "@/components/conversations/merge-messages";
import {
  nextToSend,
  type OutboxAction,
  type PendingMessage,
  reduceOutbox,
  restoreOutbox,
} from "@/components/conversations/outbox";
import { threadRows } from "@/components/conversations/thread-rows";
import type { MessageView } from "@/lib/contracts/conversations";
import { waitLevel } from "@/lib/wait-level";

const rows = (...ids: string[]) => ids.map((id) => ({ id, text: id }));

function message(seq: number, at: string, over: Partial<MessageView> = {}): MessageView {
  return {
    id: `msg_${seq}`,
    seq,
    kind: "incoming",
    sender: { type: "customer", id: "cus_1", name: null },
    text: `line ${seq}`,
    createdAt: at,
    clientMessageId: null,
    activity: null,
    citations: [],
    attachments: [],
    stopped: false,
    ...over,
  };
}

describe("a list under the pointer", () => {
  test("keeps every row where it is, marks those that left, and lets new ones wait", () => {
    const fresh = [
      { id: "x", text: "x" },
      { id: "c", text: "newer" },
      { id: "a", text: "a" },
    ];
    const { rows: shown, arrivals } = arrangeRows(rows("a", "b", "c"), fresh, true);
    expect(shown.map(({ item, gone }) => `${item.id}:${item.text}:${gone}`)).toEqual([
      "a:a:false",
      "b:b:true",
      "c:newer:false",
    ]);
    expect(arrivals).toBe(1);
  });

  test("is the server's list once it is let go, and while it is empty", () => {
    expect(arrangeRows(rows("a", "b"), rows("c", "a"), false)).toEqual({
      rows: rows("c", "a").map((item) => ({ item, gone: false })),
      arrivals: 0,
    });
    expect(arrangeRows([], rows("c"), true).rows).toHaveLength(1);
  });
});

describe("messages read in pieces", () => {
  const all = [1, 2, 3, 4, 5, 6].map((seq) => message(seq, "2026-11-18T02:00:00Z"));
  test("end as one ordered list, whatever was read twice or out of order", () => {
    let known: MessageView[] = [];
    for (const piece of [all.slice(3, 5), all.slice(0, 2), all.slice(2, 6), all.slice(0, 6)]) {
      known = mergeMessages(known, piece);
    }
    expect(known.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(knownUntil(known)).toBe(6);
    expect(knownUntil([])).toBe(0);
  });
});

describe("the log", () => {
  test("tells the time on a new day and after five silent minutes, and groups one speaker's messages", () => {
    const agent = { type: "agent", id: "stf_1", name: "Wen" } as const;
    const list = [
      message(1, "2026-11-18T02:00:00Z"),
      message(2, "2026-11-18T02:01:00Z"),
      message(3, "2026-11-18T02:02:00Z", { kind: "note", sender: agent }),
      message(4, "2026-11-18T02:03:00Z", { kind: "outgoing", sender: agent }),
      message(5, "2026-11-18T02:08:00Z", { kind: "outgoing", sender: agent }),
      message(6, "2026-11-18T02:08:30Z", { kind: "activity", activity: { name: "resolved", values: {} } }),
    ];
    const shape = threadRows(list, "Asia/Shanghai").map((row) =>
      row.type === "message" ? `${row.message.seq}${row.first ? "f" : ""}${row.last ? "l" : ""}` : row.type,
    );
    expect(shape).toEqual(["time", "1f", "2l", "3fl", "4fl", "time", "5fl", "notice"]);
  });
});

const pending = (clientMessageId: string, over: Partial<PendingMessage> = {}): PendingMessage => ({
  clientMessageId,
  conversationId: "conv_1",
  kind: "outgoing",
  text: clientMessageId,
  at: "2026-11-18T02:00:00Z",
  attachmentIds: [],
  state: "waiting",
  code: null,
  ...over,
});
const run = (...actions: OutboxAction[]) => actions.reduce(reduceOutbox, [] as readonly PendingMessage[]);

describe("what is written but not stored", () => {
  test("goes out one by one, in the order of writing", () => {
    const both = run({ type: "add", message: pending("a") }, { type: "add", message: pending("b") });
    expect(nextToSend(both, "conv_1")?.clientMessageId).toBe("a");
    const first = reduceOutbox(both, { type: "sending", clientMessageId: "a" });
    expect(nextToSend(first, "conv_1")).toBeNull();
    expect(nextToSend(reduceOutbox(first, { type: "remove", clientMessageId: "a" }), "conv_1")?.text).toBe("b");
    expect(nextToSend(both, "conv_2")).toBeNull();
  });

  test("is sent again under the same id after a lost connection, and leaves when its row is read", () => {
    const lost = run(
      { type: "add", message: pending("a") },
      { type: "sending", clientMessageId: "a" },
      { type: "waiting", clientMessageId: "a" },
    );
    expect(nextToSend(lost, "conv_1")?.clientMessageId).toBe("a");
    const stored = message(9, "2026-11-18T02:00:00Z", { clientMessageId: "a" });
    expect(reduceOutbox(lost, { type: "stored", messages: [stored] })).toEqual([]);
  });

  test("a refusal stays with its reason and does not hold up what was written after it", () => {
    const refused = run(
      { type: "add", message: pending("a") },
      { type: "add", message: pending("b") },
      { type: "failed", clientMessageId: "a", code: "not_assignee" },
    );
    expect(refused[0]).toMatchObject({ state: "failed", code: "not_assignee" });
    expect(nextToSend(refused, "conv_1")?.clientMessageId).toBe("b");
  });

  test("survives a reload, and junk in the storage is dropped", () => {
    const stored = JSON.stringify([pending("a", { state: "sending" }), { text: 3 }, null]);
    expect(restoreOutbox(stored)).toEqual([pending("a", { state: "waiting" })]);
    for (const junk of [null, "{", "7", '"x"']) expect(restoreOutbox(junk)).toEqual([]);
  });
});

describe("Markdown buttons", () => {
  const at = (text: string, start: number, end: number) => ({ text, start, end });
  test("bold and list are put on and taken off, the selection staying on the words", () => {
    const bold = applyMark(at("one two", 4, 7), "bold");
    expect(bold).toEqual(at("one **two**", 6, 9));
    expect(applyMark(bold, "bold")).toEqual(at("one two", 4, 7));
    const listed = applyMark(at("a\nb", 0, 3), "list");
    expect(listed.text).toBe("- a\n- b");
    expect(applyMark(listed, "list").text).toBe("a\nb");
  });

  test("a link selects what is missing: the address, or the words", () => {
    const words = applyMark(at("see here", 4, 8), "link");
    expect(words.text.slice(words.start, words.end)).toBe("https://");
    expect(applyMark(at("https://a.example", 0, 17), "link")).toEqual(at("[](https://a.example)", 1, 1));
  });
});

test("a wait warns from three quarters of two minutes and is late past them", () => {
  expect([0, 89_999, 90_000, 120_000, 120_001].map((ms) => waitLevel(ms))).toEqual([
    "normal",
    "normal",
    "warning",
    "warning",
    "late",
  ]);
});
