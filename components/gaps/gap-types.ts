import type { ListGapsInput } from "@/lib/contracts/gaps";
import type { RouterOutputs } from "../layout/trpc-client";

export type ListedGap = RouterOutputs["gaps"]["list"]["gaps"][number];
export type GapDetail = RouterOutputs["gaps"]["get"];

/** What the list shows. */
export type GapListFilters = Pick<ListGapsInput, "state" | "locale">;
