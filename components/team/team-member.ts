import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/root";

/** A person as the team page shows them. */
export type TeamMember = inferRouterOutputs<AppRouter>["team"]["list"][number];
