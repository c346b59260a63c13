import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { customers } from "./customers";
import { articles } from "./knowledge";

/**
 * Which general articles the customer of a session has read, and when last. Kept only for who has a session, as long as a
 * session lives, and gone with the customer; nothing else of the visit is kept.
 */
export const articleViews = pgTable(
  "article_views",
  {
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    viewedAt: instant("viewed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.articleId] }),
    index("article_views_article_idx").on(table.articleId),
    index("article_views_viewed_idx").on(table.viewedAt),
  ],
);
