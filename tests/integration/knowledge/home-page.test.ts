import { describe, expect, it } from "vitest";
import { listTopArticles } from "@/server/knowledge/list-top-articles";
import { contextOf } from "@/tests/support/actors";
import { publishedArticle } from "@/tests/support/answers";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

describe("the home page", () => {
  it("has articles without a category, too, however many others there are", async () => {
    for (const number of [1, 2, 3, 4]) await publishedArticle(`Loose ${number}`, "Somewhere.");
    const listed = await listTopArticles({
      ctx: contextOf({ kind: "anonymous" }),
      input: { locale: "en", perCategory: 1, withoutCategory: 3 },
    });
    expect(listed.filter(({ categoryId }) => categoryId === null)).toHaveLength(3);
    expect(listed[0]).toMatchObject({ categoryId: null, ofArticles: 4 });
  });
});
