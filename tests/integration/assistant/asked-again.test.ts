import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { products } from "@/db/schema";
import { installInboxes } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
import { returnsOf, shopper } from "../../support/shopper";
import { Talker } from "../../support/talker";

ownDatabase();

let stopServing: () => Promise<void>;

beforeAll(async () => {
  await installInboxes();
  stopServing = await serveInternalRoutes();
  await publishedArticle("How to pair Buds 2", "Hold the button for 3 seconds.", ["pair Buds 2", "connect Buds 2"]);
  await db()
    .insert(products)
    .values([
      { sku: "H1", names: { zh: "鹿屿 Over 1", en: "Luyu Over 1" }, words: ["Over 1"], stock: 0 },
      { sku: "B2", names: { zh: "鹿屿 Buds 2", en: "Luyu Buds 2" }, words: ["Buds 2"], stock: 7 },
    ]);
});
afterAll(() => stopServing());

describe("the same question about something else", () => {
  it.each([
    ["en", "Is the Over 1 in stock?", "what about Buds 2?"],
    ["zh", "Over 1有货吗", "那Buds 2呢"],
  ] as const)("wants what the first one wanted: %s", async (locale, first, second) => {
    const talker = await Talker.begin(locale);
    expect((await talker.say(first)).decision.action).toMatchObject({ key: "check_stock", state: "done" });
    const again = await talker.say(second);
    expect(again.decision.action).toMatchObject({ key: "check_stock", state: "done" });
    expect(again.text).toContain("Buds 2");
    expect(again.text).not.toContain("Over 1");
  });

  it("does nothing again that changes something", async () => {
    const { talker, orders } = await shopper();
    await talker.say(`I want to return order ${orders[0]} because it is too small`);
    await talker.say("cancel");
    const again = await talker.say(`what about Buds 2?`);
    expect(again.decision.action).toBeUndefined();
    expect(await returnsOf(orders[0])).toBe(0);
  });
});
