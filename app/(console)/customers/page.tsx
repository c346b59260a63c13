import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { CustomerFilters } from "@/components/customers/customer-filters";
import { CustomerTable } from "@/components/customers/customer-table";
import { PageHeader } from "@/components/shared/page-header";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import { customerListParams, type RawParams } from "./search-params";

export async function generateMetadata() {
  return { title: (await getTranslations("customers.list"))("title") };
}

/** The customers, by name, order, address or level. */
export default async function CustomersPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const [params, t, ctx] = [
    customerListParams(await searchParams),
    await getTranslations("customers.list"),
    await staffSession(),
  ];
  const { trpc, queryClient, state } = pageQueries(ctx);
  await queryClient.prefetchInfiniteQuery(
    trpc.customers.list.infiniteQueryOptions(params, { getNextPageParam: ({ next }) => next }),
  );
  return (
    <div className="p-4 md:p-6">
      <PageHeader title={t("title")} />
      <CustomerFilters {...params} />
      <HydrationBoundary state={state()}>
        <CustomerTable {...params} />
      </HydrationBoundary>
    </div>
  );
}
