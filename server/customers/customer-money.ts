import { sql } from "drizzle-orm";
import { COUNTED_ORDER_STATUSES } from "@/lib/contracts/customers";

/** Whether an order counts as money the customer gave us. Over `o` (orders). */
export const countedOrder = sql`o.status = any(${sql.param([...COUNTED_ORDER_STATUSES])}::order_status[])`;

/** Counted orders of `cu` (customers) added up by currency, the largest sum first, as a JSON array of `Money`. */
export const lifetimeOf = sql`coalesce((select jsonb_agg(jsonb_build_object('totalMinor', x.total, 'currency', x.currency)
    order by x.total desc) from (select sum(o.total_minor)::float8 as total, o.currency from orders o
    where o.customer_id = cu.id and ${countedOrder} group by o.currency) x), '[]'::jsonb)`;
