import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxScreen } from "@/components/conversations/inbox-screen";
import { viewOf } from "@/components/conversations/view-of";
import { NoPermission } from "@/components/layout/no-permission";
import { roleMay } from "@/lib/contracts/permissions";
import { countConversations, listConversations } from "@/server/conversations/list-conversations";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

/** The inbox and, with an id in the path, one conversation of it. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<{ view?: string | string[] }> }) {
  const ctx = await staffSession();
  if (!roleMay(ctx.actor.role, "conversations:read")) return <NoPermission />;
  const view = viewOf((await searchParams).view);
  const [rows, counts] = await Promise.all([listConversations({ ctx, input: { view } }), countConversations({ ctx })]);
  const queries = pageQueries(ctx);
  await queries.queryClient.prefetchQuery(queries.trpc.routing.agents.queryOptions());
  return (
    <HydrationBoundary state={queries.state()}>
      <InboxScreen initial={{ view, rows, counts }} />
    </HydrationBoundary>
  );
}
