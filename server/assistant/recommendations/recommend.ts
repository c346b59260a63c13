import { COUNTED_ORDER_STATUSES, type OrderStatus } from "@/lib/contracts/customers";
import type { ProductMoment, RecommendationKind } from "@/lib/contracts/recommendations";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A product is new in this many days after it came; its warranty is worth a word from the month after until it ends. */
const NEW_DAYS = 14;
const WARRANTY_DAYS = [30, 730] as const;
/** Fewer readers than this would say what one of them read. */
const LEAST_READERS = 3;
const MOST = 3;

/** Something a customer bought. */
export type Bought = { sku: string; name: string; status: OrderStatus; placedAt: Date; deliveredAt: Date | null };

/** What recommendations are made of; articles are general ones, public and in the customer's language. */
export type Signals = {
  bought: readonly Bought[];
  /** Products named in what the customer asks now. */
  asked: readonly { sku: string; name: string }[];
  guides: readonly { articleId: string; slug: string; title: string; skus: readonly string[]; moment: ProductMoment }[];
  accessories: readonly { sku: string; name: string; goesWith: string; stock: number }[];
  /** What others read who read the same, with how many they are and which article they have in common. */
  readNext: readonly { articleId: string; slug: string; title: string; readers: number; after: string }[];
  /** Articles this customer has read, or is being shown now. */
  known: readonly string[];
  /** They ask about buying something. */
  buying: boolean;
};

/** Why something is recommended; its words are in messages/<locale>/recommendations.json. */
export type Why = { code: "arriving" | "bought" | "owned" | "asked" | "read" | "goes_with"; name: string };

/** What may help, with the article or the product it is. */
export type Suggestion = { kind: RecommendationKind; title: string; slug: string | null; why: Why };

/**
 * What may help a customer next, the likeliest first, at most three, each with its reason: how to set up what has just
 * come, guides to what they ask about, what goes with a product when they ask about buying, warranty later on, and what at
 * least three others read who read the same. Orders that were cancelled or sent back count for nothing, and what the
 * customer has read is not repeated. Pure.
 */
export function recommend(signals: Signals, allowed: Record<RecommendationKind, boolean>, now: Date): Suggestion[] {
  const kept = signals.bought.filter(({ status }) => (COUNTED_ORDER_STATUSES as readonly string[]).includes(status));
  const found = [
    ...(allowed.accessory ? accessories(signals, kept) : []),
    ...(allowed.guide ? guides(signals, kept, now) : []),
    ...(allowed.read_next ? readNext(signals) : []),
  ];
  const key = ({ slug, title }: Suggestion) => slug ?? title;
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at).slice(0, MOST);
}

function accessories({ accessories: offered, asked, buying }: Signals, kept: readonly Bought[]): Suggestion[] {
  if (!buying) return [];
  const owned = new Set(kept.map(({ sku }) => sku));
  const wanted = new Map([...kept, ...asked].map(({ sku, name }) => [sku, name]));
  return offered.flatMap(({ sku, name, goesWith, stock }): Suggestion[] => {
    const base = wanted.get(goesWith);
    if (base === undefined || owned.has(sku) || stock <= 0) return [];
    return [{ kind: "accessory", title: name, slug: null, why: { code: "goes_with", name: base } }];
  });
}

function guides({ guides: written, asked, known }: Signals, kept: readonly Bought[], now: Date): Suggestion[] {
  const unread = written.filter(({ articleId }) => !known.includes(articleId));
  const about = (sku: string, moments: readonly ProductMoment[], why: Why) =>
    unread
      .filter(({ skus, moment }) => skus.includes(sku) && moments.includes(moment))
      .map(({ slug, title }): Suggestion => ({ kind: "guide", title, slug, why }));
  const newest = kept.toSorted((one, other) => other.placedAt.getTime() - one.placedAt.getTime());
  const asking = asked.flatMap(({ sku, name }) => about(sku, ["setup", "use"], { code: "asked", name }));
  const fresh = newest.filter((one) => isNew(one, now));
  const setUp = fresh.flatMap(({ sku, name, deliveredAt }) =>
    about(sku, ["setup", "use"], { code: deliveredAt ? "bought" : "arriving", name }),
  );
  const later = newest
    .filter((one) => isUnderWarranty(one, now))
    .flatMap(({ sku, name }) => about(sku, ["warranty"], { code: "owned", name }));
  return [...asking, ...setUp, ...later];
}

/** On its way, or come within the last two weeks. */
const isNew = ({ deliveredAt }: Bought, now: Date): boolean =>
  deliveredAt === null || now.getTime() - deliveredAt.getTime() <= NEW_DAYS * DAY_MS;

function isUnderWarranty({ deliveredAt }: Bought, now: Date): boolean {
  if (deliveredAt === null) return false;
  const days = (now.getTime() - deliveredAt.getTime()) / DAY_MS;
  return days >= WARRANTY_DAYS[0] && days <= WARRANTY_DAYS[1];
}

function readNext({ readNext: read, known }: Signals): Suggestion[] {
  return read
    .filter(({ readers, articleId }) => readers >= LEAST_READERS && !known.includes(articleId))
    .toSorted((one, other) => other.readers - one.readers)
    .map(
      ({ slug, title, after }): Suggestion => ({ kind: "read_next", title, slug, why: { code: "read", name: after } }),
    );
}
