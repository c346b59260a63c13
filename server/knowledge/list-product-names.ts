import { asc, eq } from "drizzle-orm";
import { products } from "@/db/schema";
import type { Localised } from "@/lib/contracts/actions";
import { requirePermission, type ServiceContext } from "@/server/context";

const MOST = 2000;

/** What the shop sells, by code and name, for editors to say what an article is about. */
export async function listProductNames({ ctx }: { ctx: ServiceContext }): Promise<{ sku: string; names: Localised }[]> {
  requirePermission(ctx, "knowledge:read");
  return ctx.db
    .select({ sku: products.sku, names: products.names })
    .from(products)
    .where(eq(products.active, true))
    .orderBy(asc(products.sku))
    .limit(MOST);
}
