import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, updatedAt } from "../columns";
import { answers } from "./assistant";
import { articles } from "./knowledge";
import { staff } from "./team";

/**
 * What staff say should have answered a question. The question itself is not repeated here: it is the one at `position`
 * of the answer's trace, and goes with its conversation.
 */
export const answerCorrections = pgTable(
  "answer_corrections",
  {
    id: id("correction"),
    answerId: text("answer_id")
      .notNull()
      .references(() => answers.id, { onDelete: "cascade" }),
    /** Place among the questions of the message, from 0. */
    position: integer("position").notNull(),
    /** Null: nothing that is published answers it. */
    articleId: text("article_id").references(() => articles.id, { onDelete: "cascade" }),
    staffId: text("staff_id").references(() => staff.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("answer_corrections_place_key").on(table.answerId, table.position)],
);
