import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Dashboard } from "@/components/analytics/dashboard";
import { Forbidden } from "@/components/settings/forbidden";
import { roleMay } from "@/lib/contracts/permissions";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import { dashboardParams, type RawParams } from "./search-params";

export async function generateMetadata() {
  return { title: (await getTranslations("analytics"))("title") };
}

/** The managers' dashboard; counted on the server first, so that it stands there at once. */
export default async function AnalyticsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const [ctx, input] = [await staffSession("/analytics"), dashboardParams(await searchParams)];
  const allowed = roleMay(ctx.actor.role, "analytics:read");
  const { trpc, queryClient, state } = pageQueries(ctx);
  if (allowed) {
    await Promise.all([
      queryClient.prefetchQuery(trpc.analytics.get.queryOptions(input)),
      queryClient.prefetchQuery(trpc.analytics.unanswered.queryOptions(input)),
      queryClient.prefetchQuery(trpc.routing.groups.queryOptions()),
    ]);
  }
  return (
    <div className="max-w-[1280px] p-4 md:p-6">
      <HydrationBoundary state={state()}>{allowed ? <Dashboard input={input} /> : <Forbidden />}</HydrationBoundary>
    </div>
  );
}
