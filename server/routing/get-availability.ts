import type { ServiceContext } from "@/server/context";
import { isOpen, reopening } from "./opening-hours";
import { readStaffing } from "./staffing";

/** Whether a person can be reached now. `opensAt` is null while open or when no opening is planned. */
export type Availability = { open: boolean; agentsOnline: number; reachable: boolean; opensAt: string | null };

/** Public: what the "Talk to a person" button may promise. Without a calendar people count as always open. */
export async function getAvailability({ ctx }: { ctx: ServiceContext }): Promise<Availability> {
  const { agentsOnline, openingHours } = await readStaffing(ctx);
  const open = isOpen(openingHours, ctx.now);
  const opensAt = reopening(openingHours, ctx.now);
  return { open, agentsOnline, reachable: open && agentsOnline > 0, opensAt: opensAt?.toISOString() ?? null };
}
