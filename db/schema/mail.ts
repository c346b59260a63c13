import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";

/** Every mail the product wrote. `kept` = no mail server is configured: administrators read it on the outbox page. */
export const mails = pgTable("mails", {
  id: id("mail"),
  toEncrypted: text("to_encrypted").notNull(),
  subject: text("subject").notNull(),
  /** Encrypted: it may hold links that sign people in. */
  textEncrypted: text("text_encrypted").notNull(),
  state: text("state", { enum: ["queued", "sent", "failed", "kept"] }).notNull(),
  error: text("error"),
  /** A caller's key: the same mail is written once. */
  dedupeKey: text("dedupe_key").unique(),
  sentAt: instant("sent_at"),
  createdAt: createdAt(),
});
