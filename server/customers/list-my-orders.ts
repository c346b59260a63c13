import { desc, eq } from "drizzle-orm";
import { orders } from "@/db/schema";
import { requireCustomer, type ServiceContext } from "@/server/context";

const LIMIT = 10;

/** The newest orders of the customer who asks, at most ten. */
export async function listMyOrders({ ctx }: { ctx: ServiceContext }): Promise<{ number: string; placedAt: Date }[]> {
  const { actor } = requireCustomer(ctx);
  return ctx.db
    .select({ number: orders.number, placedAt: orders.placedAt })
    .from(orders)
    .where(eq(orders.customerId, actor.customerId))
    .orderBy(desc(orders.placedAt))
    .limit(LIMIT);
}
