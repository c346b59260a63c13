import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { orderItems, orders, products } from "@/db/schema";
import { formatMoney } from "@/lib/format";
import type { Locale } from "@/lib/i18n";
import { formatDate } from "@/lib/time";
import { translator } from "@/server/i18n/translator";
import { getSettings } from "@/server/settings/get-settings";
import { type BuiltinAction, done } from "./builtin-work";

export type OrderRow = typeof orders.$inferSelect;

/** An order, if it is this customer's; a stranger's order does not exist. */
export async function orderOf(db: Executor, customerId: string | null, number: string): Promise<OrderRow | null> {
  if (!customerId) return null;
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.number, number), eq(orders.customerId, customerId)));
  return row ?? null;
}

/** What an order holds, as its reader calls it: by the catalogue's name, else by the one the order was stored with. */
async function itemsOf(db: Executor, orderId: string, locale: Locale): Promise<string> {
  const items = await db
    .select({ name: orderItems.name, names: products.names, quantity: orderItems.quantity })
    .from(orderItems)
    .leftJoin(products, eq(products.sku, orderItems.sku))
    .where(eq(orderItems.orderId, orderId))
    .orderBy(asc(orderItems.sku));
  const lines = items.map(({ name, names, quantity }) => `${names?.[locale] ?? name} × ${quantity}`);
  return lines.join(locale === "zh" ? "、" : ", ");
}

/** Tells the person who proved to own an order how it stands. */
export const orderStatus: BuiltinAction = async ({ tx, ctx, values, person, locale }) => {
  const order = await orderOf(tx, person?.customerId ?? null, values.order_number ?? "");
  if (!order) return { ok: false, failure: "not_found" };
  const [words, customers, items, { timeZone }] = await Promise.all([
    translator(locale, "actions"),
    translator(locale, "customers"),
    itemsOf(tx, order.id, locale),
    getSettings(tx, "company"),
  ]);
  const day = (at: Date) => formatDate(at, ctx.now, { locale, timeZone });
  const { carrier, trackingNumber, deliveredAt } = order;
  const sent = carrier && trackingNumber ? `${carrier} ${trackingNumber}` : words("order.not_sent");
  return done({
    order_number: order.number,
    status: customers(`orderStatus.${order.status}`),
    items,
    total: formatMoney(order.totalMinor, order.currency, locale),
    placed: day(order.placedAt),
    delivery: deliveredAt ? words("order.delivered", { sent, day: day(deliveredAt) }) : sent,
  });
};
