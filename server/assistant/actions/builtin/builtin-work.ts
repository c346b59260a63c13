import type { Transaction } from "@/db/client";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import type { ProvedPerson } from "@/server/customers/identity/proved-person";
import type { ActionOutcome } from "../call-action";

/** What a built-in action gets. It writes in the transaction that ends its run, so it happens once or not at all. */
export type BuiltinWork = {
  tx: Transaction;
  ctx: ServiceContext;
  values: Readonly<Record<string, string>>;
  conversation: ConversationRow;
  /** Null for a visitor. */
  person: ProvedPerson | null;
  locale: Locale;
  /** The run's own key: the same one again does nothing twice. */
  runKey: string;
};

/** Does it; its result's values are filled into the action's words by name. */
export type BuiltinAction = (work: BuiltinWork) => Promise<ActionOutcome>;

/** What is done. */
export const done = (result: Record<string, string>): ActionOutcome => ({ ok: true, result });
