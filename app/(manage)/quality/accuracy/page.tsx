import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccuracyScreen } from "@/components/quality/accuracy-screen";
import { Forbidden } from "@/components/settings/forbidden";
import { roleMay } from "@/lib/contracts/permissions";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import { caseParams, type RawParams } from "./search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quality.accuracy"))("title") };
}

/** How much of the golden set the assistant gets right; read on the server first, so that it stands there at once. */
export default async function AccuracyPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const [ctx, filter] = [await staffSession("/quality/accuracy"), caseParams(await searchParams)];
  const allowed = roleMay(ctx.actor.role, "quality:read");
  const { trpc, queryClient, state } = pageQueries(ctx);
  if (allowed) {
    await Promise.all([
      queryClient.prefetchQuery(trpc.quality.accuracy.queryOptions()),
      queryClient.prefetchInfiniteQuery(
        trpc.quality.listCases.infiniteQueryOptions(filter, { getNextPageParam: ({ next }) => next ?? undefined }),
      ),
    ]);
  }
  return (
    <div className="max-w-[1280px] p-4 md:p-6">
      <HydrationBoundary state={state()}>
        {allowed ? <AccuracyScreen filter={filter} /> : <Forbidden />}
      </HydrationBoundary>
    </div>
  );
}
