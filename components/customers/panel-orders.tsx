"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { OrderRows } from "./order-rows";
import { PanelSection } from "./panel-section";

const SHOWN = 3;

/** The latest orders and their state; open ones come first because they are the latest. */
export function PanelOrders({ customerId }: { customerId: string }) {
  const t = useTranslations("customers.orders");
  const { data } = useQuery(useTRPC().customers.orders.queryOptions({ customerId }));
  if (!data) return null;
  const more = data.orders.length > SHOWN;
  const all = (
    <Link href={`/customers/${customerId}`} className="text-12 text-accent hover:underline">
      {t("all")}
    </Link>
  );
  return (
    <PanelSection title={t("title")} action={more ? all : undefined}>
      {data.orders.length > 0 ? (
        <OrderRows orders={data.orders.slice(0, SHOWN)} />
      ) : (
        <p className="text-13 text-muted">{t("none")}</p>
      )}
    </PanelSection>
  );
}
