import type { TicketType } from "@/lib/contracts/tickets";
import type { Locale } from "@/lib/i18n";

/** The same words in both languages. `{order} {product} {tracking} {amount}` are filled from the customer's own order. */
export type Words = Record<Locale, string>;
export type Turn = { by: "agent" | "customer"; words: Words };
export type GroupKey = "sales" | "orders" | "afterSales";

/** One subject customers come with: how it is asked, what answers it, and how a person settles it. */
export type Dialogue = {
  group: GroupKey;
  /** The article that answers the opening question; null when nothing in the knowledge base does. */
  article: string | null;
  /** Ways to ask; the first is the one that leads to a person. */
  open: Record<Locale, readonly string[]>;
  /** A second question, answered from this or from another article. */
  more?: { words: Words; article?: string };
  /** What is said after a person joined; the agent begins. */
  person: readonly Turn[];
  note?: Words;
  ticket?: { type: TicketType; subject: Words; description: Words; reply: Words; done: Words };
};

/** A line of the agent's. */
export const agent = (zh: string, en: string): Turn => ({ by: "agent", words: { zh, en } });
/** A line of the customer's. */
export const customer = (zh: string, en: string): Turn => ({ by: "customer", words: { zh, en } });
