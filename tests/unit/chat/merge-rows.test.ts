import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRows, seenUntil } from "@/components/chat/merge-rows";
import type { MessageView } from "@/lib/contracts/conversations";

function row(seq: number): MessageView {
  return {
    id: `msg_${seq}`,
    seq,
    kind: "incoming",
    sender: { type: "customer", id: null, name: null },
    text: `text ${seq}`,
    createdAt: new Date(seq * 1000).toISOString(),
    clientMessageId: `own-${seq}`,
    activity: null,
    citations: [],
    attachments: [],
    stopped: false,
  };
}

const length = 12;
const all = Array.from({ length }, (_, index) => row(index + 1));
const pages = fc.array(fc.array(fc.integer({ min: 1, max: length }), { maxLength: 6 }), { maxLength: 12 });

describe("mergeRows", () => {
  it("ends with the same list however rows are cut, doubled and reordered", () => {
    fc.assert(
      fc.property(pages, fc.shuffledSubarray(all, { minLength: length }), (early, rest) => {
        const seen = early.reduce<readonly MessageView[]>((known, page) => mergeRows(known, page.map(row)), []);
        expect(mergeRows(seen, rest)).toEqual(all);
      }),
    );
  });
  it("does not depend on which of two pages came first", () => {
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const first = one.flat().map(row);
        const second = other.flat().map(row);
        expect(mergeRows(mergeRows([], first), second)).toEqual(mergeRows(mergeRows([], second), first));
      }),
    );
  });
  it("prefers a row that was read to the short reply of a send, in either order", () => {
    const { citations: _citations, attachments: _attachments, ...short } = row(1);
    const reply = short as MessageView;
    expect(mergeRows([reply], [row(1)])).toEqual([row(1)]);
    expect(mergeRows([row(1)], [reply])).toEqual([row(1)]);
  });
});

describe("seenUntil", () => {
  it("asks again from the first hole, so that no late row is skipped", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: length })), (seqs) => {
        const known = mergeRows([], seqs.map(row));
        const until = seenUntil(known);
        expect(seqs).not.toContain(until + 1);
        for (let seq = 1; seq <= until; seq += 1) expect(seqs).toContain(seq);
      }),
    );
  });
});
