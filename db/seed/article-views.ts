import { inArray } from "drizzle-orm";
import type { Executor } from "../client";
import { articles, articleViews } from "../schema";
import { insertRows } from "./insert-rows";
import type { Random } from "./random";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Articles that people read one after another. */
const TRAILS = [
  ["refund-times", "how-to-return", "return-shipping-cost"],
  ["connect-watch-s", "water-damage", "update-firmware"],
  ["pair-buds-2", "opened-earbuds", "update-firmware"],
  ["delivery-times-and-fees", "express-next-day", "order-status-and-tracking"],
  ["member-tiers", "points-and-birthday", "plus-benefits"],
  ["install-mesh-3", "hub-voice", "cam-2-offline"],
] as const;
const READERS_SHARE = 0.6;

/** What customers of the demo have read in the last month. */
export async function seedArticleViews(
  db: Executor,
  random: Random,
  anchor: Date,
  customers: readonly { id: string }[],
): Promise<void> {
  const slugs = [...new Set(TRAILS.flat())];
  const rows = await db
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .where(inArray(articles.slug, slugs));
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const views = customers
    .filter(() => random.chance(READERS_SHARE))
    .flatMap(({ id: customerId }) => {
      const since = anchor.getTime() - random.next() * 28 * DAY_MS;
      return random
        .pick(TRAILS)
        .filter((_, at) => at === 0 || random.chance(0.8))
        .flatMap((slug, at) => {
          const articleId = ids.get(slug);
          return articleId ? [{ customerId, articleId, viewedAt: new Date(since + at * 60_000) }] : [];
        });
    });
  await insertRows(db, articleViews, views);
}
