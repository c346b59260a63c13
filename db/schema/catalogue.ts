import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Localised } from "@/lib/contracts/actions";
import { createdAt, id, updatedAt } from "../columns";

/** What the company sells and how many pieces there are. `words` are further names customers use. */
export const products = pgTable(
  "products",
  {
    id: id("product"),
    sku: text("sku").notNull(),
    names: jsonb("names").$type<Localised>().notNull(),
    words: jsonb("words").$type<string[]>().notNull().default([]),
    stock: integer("stock").notNull(),
    /** Codes of products that go with it. */
    accessories: jsonb("accessories").$type<string[]>().notNull().default([]),
    active: boolean("active").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("products_sku_key").on(table.sku)],
);

/** Where customers can go. */
export const branches = pgTable(
  "branches",
  {
    id: id("branch"),
    code: text("code").notNull(),
    names: jsonb("names").$type<Localised>().notNull(),
    addresses: jsonb("addresses").$type<Localised>().notNull(),
    phone: text("phone").notNull().default(""),
    hours: jsonb("hours").$type<Localised>().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("branches_code_key").on(table.code)],
);
