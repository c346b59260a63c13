import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { CustomerPage } from "@/components/customers/customer-page";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";

export async function generateMetadata() {
  return { title: (await getTranslations("customers.list"))("title") };
}

/** One customer: facts, orders, tickets, conversations. */
export default async function OneCustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: customerId } = await params;
  const paged = { getNextPageParam: ({ next }: { next: string | null }) => next };
  const { trpc, queryClient, state } = pageQueries(await staffSession());
  await Promise.all([
    queryClient.prefetchQuery(trpc.customers.get.queryOptions({ customerId })),
    queryClient.prefetchInfiniteQuery(trpc.customers.orders.infiniteQueryOptions({ customerId }, paged)),
    queryClient.prefetchInfiniteQuery(trpc.customers.tickets.infiniteQueryOptions({ customerId }, paged)),
    queryClient.prefetchInfiniteQuery(trpc.customers.conversations.infiniteQueryOptions({ customerId }, paged)),
  ]);
  return (
    <div className="p-4 md:p-6">
      <HydrationBoundary state={state()}>
        <CustomerPage customerId={customerId} />
      </HydrationBoundary>
    </div>
  );
}
