import { dashboardSchema } from "@/lib/contracts/analytics";
import { permittedProcedure, router } from "@/server/trpc";
import { getDashboard } from "./get-dashboard";
import { listUnanswered } from "./list-unanswered";

const read = permittedProcedure("analytics:read");

export const analyticsRouter = router({
  get: read.input(dashboardSchema).query(({ ctx, input }) => getDashboard({ ctx, input })),
  unanswered: read.input(dashboardSchema).query(({ ctx, input }) => listUnanswered({ ctx, input })),
});
