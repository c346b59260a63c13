import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ORDER_STATUSES, type OrderStatus } from "@/lib/contracts/customers";
import { PRODUCT_MOMENTS, type ProductMoment } from "@/lib/contracts/recommendations";
import { asksToBuy, mayRecommend } from "@/server/assistant/recommendations/may-recommend";
import { recommend, type Signals } from "@/server/assistant/recommendations/recommend";

const NOW = new Date("2026-11-18T02:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const ALL = { guide: true, read_next: true, accessory: true };

const bought = (sku: string, delivered: number | null, status: OrderStatus = "completed") => ({
  sku,
  name: sku,
  status,
  placedAt: daysAgo((delivered ?? 0) + 3),
  deliveredAt: delivered === null ? null : daysAgo(delivered),
});
const guide = (slug: string, sku: string, moment: ProductMoment) => ({
  articleId: slug,
  slug,
  title: slug,
  skus: [sku],
  moment,
});
const NOTHING: Signals = {
  bought: [],
  asked: [],
  guides: [],
  accessories: [],
  readNext: [],
  known: [],
  buying: false,
};
const GUIDES = [
  guide("watch-setup", "watch", "setup"),
  guide("watch-care", "watch", "use"),
  guide("watch-warranty", "watch", "warranty"),
];
const told = (signals: Partial<Signals>, allowed = ALL) =>
  recommend({ ...NOTHING, guides: GUIDES, ...signals }, allowed, NOW).map(({ title, why }) => `${title}: ${why.code}`);

describe("a customer is recommended", () => {
  it("how to set up what is on its way or has just come", () => {
    expect(told({ bought: [bought("watch", null, "shipped")] })).toEqual([
      "watch-setup: arriving",
      "watch-care: arriving",
    ]);
    expect(told({ bought: [bought("watch", 3, "delivered")] })).toEqual(["watch-setup: bought", "watch-care: bought"]);
  });

  it("the warranty later, and nothing once it is over", () => {
    expect(told({ bought: [bought("watch", 20)] })).toEqual([]);
    expect(told({ bought: [bought("watch", 100)] })).toEqual(["watch-warranty: owned"]);
    expect(told({ bought: [bought("watch", 731)] })).toEqual([]);
  });

  it("nothing for what was cancelled, sent back or never paid", () => {
    for (const status of ["cancelled", "returned", "pending_payment"] as const) {
      expect(told({ bought: [bought("watch", 3, status)] })).toEqual([]);
    }
  });

  it("guides to the product they ask about, whoever bought it", () => {
    expect(told({ asked: [{ sku: "watch", name: "watch" }] })).toEqual(["watch-setup: asked", "watch-care: asked"]);
  });

  it("what goes with a product only when they ask about buying, in stock and not theirs already", () => {
    const accessories = [
      { sku: "strap", name: "strap", goesWith: "watch", stock: 3 },
      { sku: "dock", name: "dock", goesWith: "watch", stock: 0 },
      { sku: "case", name: "case", goesWith: "watch", stock: 9 },
    ];
    const own = [bought("watch", 200), bought("case", 200)];
    expect(told({ bought: own, accessories, guides: [] })).toEqual([]);
    expect(told({ bought: own, accessories, guides: [], buying: true })).toEqual(["strap: goes_with"]);
  });

  it("what at least three others read next, most of them first", () => {
    const readNext = [
      { articleId: "a", slug: "a", title: "a", readers: 3, after: "x" },
      { articleId: "b", slug: "b", title: "b", readers: 2, after: "x" },
      { articleId: "c", slug: "c", title: "c", readers: 9, after: "x" },
    ];
    expect(told({ readNext })).toEqual(["c: read", "a: read"]);
  });

  it("nothing of a kind that is switched off", () => {
    const own = [bought("watch", 3)];
    expect(told({ bought: own }, { ...ALL, guide: false })).toEqual([]);
  });

  it("at most three, each once, none they have read", () => {
    const codes = ["a", "b", "c", "d", "e"];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            sku: fc.constantFrom(...codes),
            days: fc.integer({ min: 0, max: 800 }),
            status: fc.constantFrom(...ORDER_STATUSES),
          }),
        ),
        fc.array(
          fc.record({
            slug: fc.constantFrom(...codes),
            sku: fc.constantFrom(...codes),
            moment: fc.constantFrom(...PRODUCT_MOMENTS),
          }),
        ),
        fc.subarray(codes),
        fc.boolean(),
        (orders, written, known, buying) => {
          const suggestions = recommend(
            {
              ...NOTHING,
              bought: orders.map(({ sku, days, status }) => bought(sku, days, status)),
              guides: written.map(({ slug, sku, moment }) => guide(slug, sku, moment)),
              known,
              buying,
            },
            ALL,
            NOW,
          );
          expect(suggestions.length).toBeLessThanOrEqual(3);
          expect(new Set(suggestions.map(({ slug }) => slug)).size).toBe(suggestions.length);
          for (const { slug } of suggestions) expect(known).not.toContain(slug);
        },
      ),
    );
  });
});

describe("it is no moment to recommend anything", () => {
  it.each([
    "I want my money back",
    "How do I return this?",
    "This is a complaint",
    "My watch arrived broken",
    "我要退款",
    "怎么退货",
    "我要投诉你们",
    "少发了一件",
    "你们太差劲了，气死我了",
    "This is outrageous, I am furious with you!!!",
  ])("after %s", (text) => expect(mayRecommend(["How do I connect the watch?", text])).toBe(false));

  it.each(["How do I connect the watch?", "手表怎么连手机", "Plus 一年多少钱"])("but is after %s", (text) => {
    expect(mayRecommend([text])).toBe(true);
  });

  it("tells who asks about buying", () => {
    expect(["Is the Hub in stock?", "想买个充电器", "what goes with the Pad 11"].every(asksToBuy)).toBe(true);
    expect(["How do I connect the watch?", "手表怎么连手机"].some(asksToBuy)).toBe(false);
  });
});
