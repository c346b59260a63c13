import { sql } from "drizzle-orm";
import type { CustomerPageInput, OrderView } from "@/lib/contracts/customers";
import { requirePermission, type ServiceContext } from "@/server/context";

const PAGE = 20;

/** One page of a customer's orders, the latest first; `next` is the `cursor` of the following page, null at the end. */
export async function listOrders({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: CustomerPageInput;
}): Promise<{ orders: OrderView[]; next: string | null }> {
  requirePermission(ctx, "customers:read");
  const after = input.cursor
    ? sql`and (o.placed_at, o.id) < (select p.placed_at, p.id from orders p where p.id = ${input.cursor})`
    : sql``;
  const { rows } = await ctx.db.execute<OrderView>(sql`
    select o.id, o.number, o.status, o.total_minor::float8 as "totalMinor", o.currency, o.carrier,
      o.tracking_number as "trackingNumber", to_json(o.placed_at) #>> '{}' as "placedAt",
      to_json(o.delivered_at) #>> '{}' as "deliveredAt",
      coalesce((select jsonb_agg(jsonb_build_object('sku', i.sku, 'name', i.name, 'quantity', i.quantity,
        'priceMinor', i.price_minor) order by i.sku) from order_items i where i.order_id = o.id), '[]'::jsonb) as items
    from orders o where o.customer_id = ${input.customerId} ${after}
    order by o.placed_at desc, o.id desc limit ${PAGE + 1}`);
  const orders = rows.slice(0, PAGE);
  return { orders, next: rows.length > PAGE ? (orders.at(-1)?.id ?? null) : null };
}
