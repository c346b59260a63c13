import type { CustomerTier, OrderStatus } from "@/lib/contracts/customers";
import type { Locale } from "@/lib/i18n";
import type { orderItems, orders } from "../schema";
import { PRODUCTS, type Product, productOf } from "./products";
import type { Random } from "./random";

const DAY_MS = 24 * 60 * 60 * 1000;
/** The order every example of the help center names. */
export const KNOWN_ORDER = 1029;

/** How much a customer of each class buys in a year, and how many of the sixty there are. */
const APPETITE: Record<CustomerTier, { orders: readonly [number, number]; spend: readonly [number, number] }> = {
  basic: { orders: [1, 2], spend: [0, 999] },
  silver: { orders: [2, 3], spend: [1000, 2999] },
  gold: { orders: [2, 4], spend: [3000, 7999] },
  platinum: { orders: [5, 8], spend: [8000, 40_000] },
};

export type PlannedOrder = {
  id: string;
  customerId: string;
  status: OrderStatus;
  placedAt: Date;
  deliveredAt: Date | null;
  carrier: string | null;
  trackingNumber: string | null;
  items: { product: Product; quantity: number }[];
};

/** Money of an order in fen. */
export const totalOf = (order: Pick<PlannedOrder, "items">): number =>
  order.items.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);

/** An order's state follows from its age; a few were cancelled or sent back. */
function statusAt(random: Random, ageDays: number): OrderStatus {
  if (ageDays < 0.02) return "pending_payment";
  if (random.chance(0.05)) return "cancelled";
  if (ageDays < 0.6) return "paid";
  if (ageDays < 1.2) return "packed";
  if (ageDays < 4.5) return "shipped";
  if (random.chance(0.05)) return "returned";
  return ageDays < 11 ? "delivered" : "completed";
}

function planOrder(
  random: Random,
  anchor: Date,
  input: { customerId: string; ageDays: number; items: PlannedOrder["items"]; status?: OrderStatus },
): PlannedOrder {
  const placedAt = new Date(anchor.getTime() - input.ageDays * DAY_MS);
  const status = input.status ?? statusAt(random, input.ageDays);
  const sent = !["pending_payment", "paid", "packed", "cancelled"].includes(status);
  const arrived = sent && status !== "shipped";
  const carrier = random.weighted([
    ["SF Express", 6],
    ["JD Logistics", 3],
    ["EMS", 1],
  ] as const);
  const prefix = { "SF Express": "SF", "JD Logistics": "JD", EMS: "EM" }[carrier];
  return {
    id: random.id("order", placedAt),
    customerId: input.customerId,
    status,
    placedAt,
    deliveredAt: arrived ? new Date(placedAt.getTime() + random.int(48, 96) * 60 * 60 * 1000) : null,
    carrier: sent ? carrier : null,
    trackingNumber: sent ? `${prefix}${random.int(100_000_000_000, 999_999_999_999)}` : null,
    items: input.items,
  };
}

/** Orders of one customer over the last year, worth what their membership level says. */
export function planOrders(
  random: Random,
  anchor: Date,
  customer: { id: string; tier: CustomerTier; since: Date },
): PlannedOrder[] {
  const { orders: count, spend } = APPETITE[customer.tier];
  const longest = Math.min(350, (anchor.getTime() - customer.since.getTime()) / DAY_MS - 1);
  for (;;) {
    const planned = Array.from({ length: random.int(...count) }, () => {
      const recent = random.chance(0.3);
      const ageDays = recent ? random.next() * 18 : 18 + random.next() * (longest - 18);
      const first = random.pick(PRODUCTS);
      const second = random.chance(0.25) ? PRODUCTS[(PRODUCTS.indexOf(first) + 7) % PRODUCTS.length] : undefined;
      const items = [first, ...(second ? [second] : [])].map((product) => ({ product, quantity: 1 }));
      return planOrder(random, anchor, { customerId: customer.id, ageDays, items });
    });
    const counted = planned
      .filter((order) => order.status === "completed")
      .reduce((sum, order) => sum + totalOf(order), 0);
    if (counted >= spend[0] * 100 && counted <= spend[1] * 100) return planned;
  }
}

/** The Gold customer whose order A1029 is on its way. */
export function planKnownOrders(random: Random, anchor: Date, customerId: string): PlannedOrder[] {
  const one = (sku: string, ageDays: number, status: OrderStatus) =>
    planOrder(random, anchor, { customerId, ageDays, status, items: [{ product: productOf(sku), quantity: 1 }] });
  return [one("LY-R1", 210, "completed"), one("LY-WS", 95, "completed"), one("LY-O1", 2.2, "shipped")];
}

export type SeededOrder = PlannedOrder & { number: string };

/** Numbers orders in the order they were placed, so that the known one is A1029. */
export function numberOrders(planned: readonly PlannedOrder[], known: PlannedOrder): SeededOrder[] {
  const sorted = [...planned].sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  const place = sorted.indexOf(known);
  return sorted.map((order, index) => ({
    ...order,
    number: `A${String(KNOWN_ORDER + index - place).padStart(4, "0")}`,
  }));
}

/** The rows of orders and of what was in them. */
export function orderRows(seeded: readonly SeededOrder[], localeOf: (customerId: string) => Locale) {
  const head = seeded.map(({ items, ...order }): typeof orders.$inferInsert => ({
    ...order,
    totalMinor: totalOf({ items }),
    createdAt: order.placedAt,
    updatedAt: order.deliveredAt ?? order.placedAt,
  }));
  const lines = seeded.flatMap(({ id, customerId, items }) =>
    items.map(({ product, quantity }): typeof orderItems.$inferInsert => ({
      orderId: id,
      sku: product.sku,
      name: product.names[localeOf(customerId)],
      quantity,
      priceMinor: product.price,
    })),
  );
  return { head, lines };
}
