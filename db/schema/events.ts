import { sql } from "drizzle-orm";
import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns";

/** What happened: written in the transaction of the change, append only. One name serves audit, realtime and hooks. */
export const events = pgTable(
  "events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    name: text("name").notNull(),
    entityId: text("entity_id").notNull(),
    actorType: text("actor_type").notNull(),
    actorId: text("actor_id"),
    requestId: text("request_id").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    at: instant("at").notNull().default(sql`now()`),
  },
  (table) => [index("events_entity_idx").on(table.entityId, table.id)],
);

/** Events not yet published; a row leaves when its event's listeners have run. */
export const outbox = pgTable("outbox", {
  eventId: bigint("event_id", { mode: "number" })
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});

/**
 * How often a caller did a limited thing since its window began. The table is unlogged (see db/migrate-database.ts):
 * a count lost in a crash costs nothing, and counting waits for no disk.
 */
export const rateCounts = pgTable(
  "rate_counts",
  {
    caller: text("caller").primaryKey(),
    used: integer("used").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [index("rate_counts_ends_idx").on(table.endsAt)],
);

/** The first reply to a call that carried an Idempotency-Key, repeated to later calls with the same key. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: bigint("status", { mode: "number" }),
    response: jsonb("response").$type<unknown>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.key] }),
    index("idempotency_keys_created_idx").on(table.createdAt),
  ],
);
