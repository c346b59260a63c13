import { eq } from "drizzle-orm";
import { customers } from "@/db/schema";
import type { Circumstances } from "@/lib/contracts/circumstances";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { circumstancesOf } from "./known-circumstances";

/** What a customer's own profile shows of their circumstances. For customers; nothing when the profile is gone. */
export async function ownCircumstances({ ctx }: { ctx: ServiceContext }): Promise<Circumstances> {
  const { actor } = requireCustomer(ctx);
  const [profile] = await ctx.db
    .select({ tier: customers.tier, attributes: customers.attributes })
    .from(customers)
    .where(eq(customers.id, actor.customerId));
  return profile ? circumstancesOf(profile) : {};
}
