import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { updatedAt } from "../columns";

/** One row a subject; values are parsed by lib/contracts/settings.ts on the way in and out. */
export const settings = pgTable("settings", {
  subject: text("subject").primaryKey(),
  value: jsonb("value").$type<unknown>().notNull(),
  version: integer("version").notNull().default(1),
  updatedAt: updatedAt(),
});
