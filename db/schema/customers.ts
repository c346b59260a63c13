import { bigint, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { CUSTOMER_TIERS, IDENTITY_CHANNELS, ORDER_STATUSES } from "@/lib/contracts/customers";
import { createdAt, id, instant, updatedAt } from "../columns";

export const customerTier = pgEnum("customer_tier", CUSTOMER_TIERS);
export const identityChannel = pgEnum("identity_channel", IDENTITY_CHANNELS);
export const orderStatus = pgEnum("order_status", ORDER_STATUSES);

/** The people served. `number` names a visitor without a name. */
export const customers = pgTable("customers", {
  id: id("customer"),
  number: integer("number").notNull().generatedAlwaysAsIdentity(),
  name: text("name"),
  tier: customerTier("tier").notNull().default("basic"),
  locale: text("locale").notNull().default("zh"),
  timeZone: text("time_zone"),
  attributes: jsonb("attributes").$type<Record<string, string>>().notNull().default({}),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** A customer's address on a channel: the one place where "who is this" is decided. */
export const customerIdentities = pgTable(
  "customer_identities",
  {
    id: id("identity"),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    channel: identityChannel("channel").notNull(),
    externalIdEncrypted: text("external_id_encrypted").notNull(),
    externalIdHash: text("external_id_hash").notNull(),
    verifiedAt: instant("verified_at"),
    verifiedBy: text("verified_by"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("customer_identities_external_key").on(table.channel, table.externalIdHash),
    index("customer_identities_customer_idx").on(table.customerId),
  ],
);

/** A customer's browser or API session: a bearer token, stored as a hash. */
export const customerSessions = pgTable(
  "customer_sessions",
  {
    id: id("customerSession"),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    locale: text("locale").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("customer_sessions_token_key").on(table.tokenHash),
    index("customer_sessions_customer_idx").on(table.customerId),
  ],
);

/** Purchases, synced from the shop. Money in minor units. */
export const orders = pgTable(
  "orders",
  {
    id: id("order"),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    number: text("number").notNull(),
    status: orderStatus("status").notNull(),
    totalMinor: bigint("total_minor", { mode: "number" }).notNull(),
    currency: text("currency").notNull().default("CNY"),
    carrier: text("carrier"),
    trackingNumber: text("tracking_number"),
    placedAt: instant("placed_at").notNull(),
    deliveredAt: instant("delivered_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("orders_number_key").on(table.number),
    index("orders_customer_idx").on(table.customerId, table.placedAt),
  ],
);

export const orderItems = pgTable(
  "order_items",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    sku: text("sku").notNull(),
    name: text("name").notNull(),
    quantity: integer("quantity").notNull(),
    priceMinor: bigint("price_minor", { mode: "number" }).notNull(),
  },
  (table) => [uniqueIndex("order_items_order_sku_key").on(table.orderId, table.sku)],
);
