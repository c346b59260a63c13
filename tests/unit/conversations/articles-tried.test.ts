import { describe, expect, it } from "vitest";
import { articlesTried, type TakenTurn } from "@/server/conversations/taken-turns";

const turn = (articleId: string, section: string, solved: boolean | null = null): TakenTurn => ({
  seq: 1,
  citations: [
    { articleId, title: articleId, url: `/en/articles/${articleId}#${section}`, versionId: "v", chunkId: section },
  ],
  solved,
  turn: null,
  runId: null,
  leftUndone: null,
});

describe("the articles that were shown", () => {
  it("are each told once, whichever of their sections answered, with what was said of them last", () => {
    const tried = articlesTried([turn("watch", "connect", false), turn("refunds", "cards"), turn("watch", "battery")]);
    expect(tried).toEqual([
      { title: "watch", slug: "/en/articles/watch#battery", solved: false },
      { title: "refunds", slug: "/en/articles/refunds#cards", solved: null },
    ]);
  });
});
