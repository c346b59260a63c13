"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { CustomerConversations, CustomerTickets } from "./customer-cases";
import { CustomerFacts } from "./customer-facts";
import { CustomerOrders } from "./customer-orders";
import { CustomerTrouble } from "./customer-trouble";
import { EditCustomer } from "./edit-customer";
import { useCustomer } from "./use-customer";
import { useCustomerName } from "./use-customer-name";

/** Everything known of one customer: facts at the left; orders, tickets and conversations at the right. */
export function CustomerPage({ customerId }: { customerId: string }) {
  const t = useTranslations("customers");
  const nameOf = useCustomerName();
  const { data: customer, error, refetch } = useCustomer(customerId);
  const back = (
    <Link href="/customers" className="hover:text-text hover:underline">
      {t("back")}
    </Link>
  );
  if (error) return <CustomerTrouble error={error} onRetry={() => void refetch()} flush />;
  if (!customer) return null;
  return (
    <>
      <PageHeader title={nameOf(customer)} back={back} actions={<EditCustomer customer={customer} />} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[280px_minmax(0,1fr)]">
        <section aria-label={t("card.about")}>
          <CustomerFacts customer={customer} />
        </section>
        <div className="flex min-w-0 flex-col gap-8">
          <CustomerOrders customerId={customerId} />
          <CustomerTickets customerId={customerId} />
          <CustomerConversations customerId={customerId} />
        </div>
      </div>
    </>
  );
}
