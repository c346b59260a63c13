import { staff } from "@/db/schema";
import type { ServiceContext } from "@/server/context";

/** Whether nobody works here yet, so that the first administrator may be made. */
export async function isSetupOpen(ctx: Pick<ServiceContext, "db">): Promise<boolean> {
  return (await ctx.db.$count(staff)) === 0;
}
