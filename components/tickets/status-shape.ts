import type { ShapeName } from "@/components/ui/shape";
import type { TicketStatus } from "@/lib/contracts/tickets";

/** The drawn shape beside each status: empty = new, half = under way, full = done. */
export const STATUS_SHAPES: Record<TicketStatus, ShapeName> = {
  new: "empty",
  open: "half",
  pending: "half",
  on_hold: "half",
  resolved: "full",
  closed: "full",
};
