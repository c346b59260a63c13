import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SuggestionsScreen } from "@/components/gaps/suggestions-screen";
import { NoPermission } from "@/components/layout/no-permission";
import { roleMay } from "@/lib/contracts/permissions";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import type { RawParams } from "../search-params";
import { gapListParams } from "./search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gaps"))("title") };
}

/** What customers asked and knowledge served badly: a person decides what becomes of it. */
export default async function SuggestionsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const [ctx, params] = await Promise.all([staffSession("/knowledge/suggestions"), searchParams]);
  if (!roleMay(ctx.actor.role, "knowledge:write")) return <NoPermission />;
  const filters = gapListParams(params);
  const { trpc, queryClient, state } = pageQueries(ctx);
  await queryClient.prefetchInfiniteQuery(
    trpc.gaps.list.infiniteQueryOptions(filters, { getNextPageParam: ({ next }) => next }),
  );
  return (
    <HydrationBoundary state={state()}>
      <SuggestionsScreen filters={filters} now={ctx.now.toISOString()} />
    </HydrationBoundary>
  );
}
