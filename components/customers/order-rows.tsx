"use client";

import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { OrderStatus, OrderView } from "@/lib/contracts/customers";
import { formatMoney } from "@/lib/format";
import { SeenTime } from "./seen-time";

/** Drawn by how far the order has come. */
const SHAPES: Record<OrderStatus, "empty" | "half" | "full" | "cross"> = {
  pending_payment: "empty",
  paid: "half",
  packed: "half",
  shipped: "half",
  delivered: "full",
  completed: "full",
  cancelled: "cross",
  returned: "cross",
};

/** An order's state in words with its shape. */
export function OrderStatusChip({ status }: { status: OrderStatus }) {
  const t = useTranslations("customers.orderStatus");
  return (
    <Chip shape={SHAPES[status]} tone={SHAPES[status] === "half" ? "plain" : "muted"}>
      {t(status)}
    </Chip>
  );
}

/** What was in an order, in one line. */
export function orderContents(order: OrderView): string {
  return order.items.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(" · ");
}

/** Orders in two lines each, for a panel. */
export function OrderRows({ orders }: { orders: readonly OrderView[] }) {
  const t = useTranslations("customers.orders");
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2.5 text-13">
      {orders.map((order) => (
        <li key={order.id}>
          <div className="flex items-baseline justify-between gap-2">
            <span className="select-all font-semibold tabular-nums">{order.number}</span>
            <OrderStatusChip status={order.status} />
          </div>
          <div className="truncate text-muted" title={orderContents(order)}>
            {orderContents(order)}
          </div>
          <div className="flex flex-wrap gap-x-2 text-12 text-faint tabular-nums">
            <span>{formatMoney(order.totalMinor, order.currency, locale)}</span>
            <SeenTime at={order.placedAt} style="date" />
            {order.trackingNumber ? (
              <span className="min-w-0 truncate" title={order.trackingNumber}>
                {t("tracking", { carrier: order.carrier ?? "", number: order.trackingNumber })}
              </span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
