import { bigint, date, integer, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** What configured models have cost, one row a day of the company's time zone and model; added to as answers are stored. */
export const modelSpending = pgTable(
  "model_spending",
  {
    day: date("day").notNull(),
    /** Provider and model, as in an answer's trace. */
    model: text("model").notNull(),
    answers: integer("answers").notNull(),
    inputTokens: bigint("input_tokens", { mode: "number" }).notNull(),
    outputTokens: bigint("output_tokens", { mode: "number" }).notNull(),
    /** In the currency of the settings at the time. */
    cost: numeric("cost", { precision: 16, scale: 6, mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.model] })],
);
