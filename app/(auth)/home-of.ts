import { roleMay } from "@/lib/contracts/permissions";
import type { StaffRole } from "@/lib/contracts/team";

/** Where someone's work begins. */
export function homeOf(role: StaffRole): string {
  return roleMay(role, "conversations:read") ? "/inbox" : "/knowledge";
}
