import { eq } from "drizzle-orm";
import { customers } from "@/db/schema";
import type { UpdateCustomerInput } from "@/lib/contracts/customers";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";

/**
 * Changes a customer's name, level or attributes. The event names the changed fields and never their values, which are
 * personal.
 * @throws ServiceError not_found `customer_not_found`.
 */
export async function updateCustomer({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: UpdateCustomerInput;
}): Promise<void> {
  const agent = requirePermission(ctx, "customers:write");
  const { customerId, name, tier, attributes } = input;
  await withTransaction(agent, async (tx) => {
    const [row] = await tx.select().from(customers).where(eq(customers.id, customerId)).for("update");
    if (!row) throw notFound("customer_not_found");
    const changes = {
      ...(name !== undefined && name !== row.name && { name }),
      ...(tier !== undefined && tier !== row.tier && { tier }),
      ...(attributes !== undefined && !sameRecord(attributes, row.attributes) && { attributes }),
    };
    const fields = Object.keys(changes);
    if (fields.length === 0) return;
    await tx
      .update(customers)
      .set({ ...changes, updatedAt: agent.now })
      .where(eq(customers.id, customerId));
    await emitEvent(tx, agent, { name: "customer.updated", entityId: customerId, data: { fields } });
  });
}

function sameRecord(left: Record<string, string>, right: Record<string, string>): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}
