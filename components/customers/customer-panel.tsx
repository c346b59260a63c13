"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Skeleton } from "@/components/ui/skeleton";
import { CustomerFacts } from "./customer-facts";
import { CustomerTrouble } from "./customer-trouble";
import { PanelConversations, PanelTickets } from "./panel-history";
import { PanelOrders } from "./panel-orders";
import { useCustomer } from "./use-customer";
import { useCustomerName } from "./use-customer-name";

export interface CustomerPanelProps {
  customerId: string;
  /** The conversation beside which the panel stands; left out of the past ones. */
  conversationId?: string;
}

/** Who the agent is talking to: level, worth, orders, tickets and earlier conversations. For the side of a conversation. */
export function CustomerPanel({ customerId, conversationId }: CustomerPanelProps) {
  const t = useTranslations("customers");
  const nameOf = useCustomerName();
  const { data: customer, error, refetch } = useCustomer(customerId);
  if (error) return <CustomerTrouble error={error} onRetry={() => void refetch()} />;
  if (!customer) return <PanelSkeleton label={t("loading")} />;
  return (
    <div>
      <div className="flex items-center gap-3 px-4 py-3">
        <Avatar name={nameOf(customer)} size={40} />
        <h2 className="min-w-0">
          <Link
            href={`/customers/${customer.id}`}
            title={t("card.openPage")}
            className="block truncate font-semibold text-14 hover:underline"
          >
            {nameOf(customer)}
          </Link>
        </h2>
      </div>
      <div className="px-4 pb-3">
        <CustomerFacts customer={customer} />
      </div>
      <PanelOrders customerId={customerId} />
      <PanelTickets customerId={customerId} />
      <PanelConversations customerId={customerId} currentId={conversationId} />
    </div>
  );
}

function PanelSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3 p-4">
      <div className="flex items-center gap-3">
        <Skeleton className="size-10 rounded-full" />
        <Skeleton className="h-4 w-32" />
      </div>
      {["a", "b", "c", "d", "e"].map((row) => (
        <Skeleton key={row} className="h-4 w-full" />
      ))}
    </div>
  );
}
