import { and, eq, sql } from "drizzle-orm";
import { conversations, customerIdentities, messages, readMarks } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { letterText } from "@/lib/text/letter-text";
import { listFacts } from "@/server/assistant/facts/remember-facts";
import type { ServiceContext } from "@/server/context";
import { translator } from "@/server/i18n/translator";
import { writeMail } from "@/server/mail/write-mail";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import type { ConversationRow } from "./load-conversation";

/** A customer who has not read what was said after this long has left. */
export const LEFT_AFTER_MS = 60_000;

/** Of a message joined to its conversation: that the customer has not read it. */
export const unreadByCustomer = sql`${messages.publicSeq} > coalesce((select ${readMarks.seq} from ${readMarks}
  where ${readMarks.conversationId} = ${conversations.id} and ${readMarks.reader} = ${conversations.customerId}), 0)`;

/** Where a customer is written to. `told`: written in this conversation only, so it may be anybody's. */
export type CustomerAddress = { to: string; told: boolean };

/** The address a customer is known by, else the one they wrote last in the conversation; null when there is none. */
export async function addressOf(ctx: ServiceContext, conversation: ConversationRow): Promise<CustomerAddress | null> {
  const { id, customerId } = conversation;
  const [identity] = await ctx.db
    .select({ sealed: customerIdentities.externalIdEncrypted })
    .from(customerIdentities)
    .where(and(eq(customerIdentities.customerId, customerId), eq(customerIdentities.channel, "email")))
    .limit(1);
  if (identity) return { to: await decryptField(identity.sealed, "customer_identities.external_id"), told: false };
  const told = (await listFacts(ctx.db, id)).find(({ kind, valid }) => kind === "email" && valid);
  return told ? { to: told.value, told: true } : null;
}

/**
 * Writes a mail about a conversation to its customer, in the conversation's language.
 * @param letter.place where its link leads, below the language. @param letter.text Markdown for `{text}`.
 * @param letter.dedupeKey the same one is written once.
 */
export async function writeToCustomer(
  ctx: ServiceContext,
  conversation: ConversationRow,
  letter: { to: string; kind: "reply" | "replyToTold" | "rating"; place: string; text?: string; dedupeKey: string },
): Promise<void> {
  const { to, kind, place, text = "", dedupeKey } = letter;
  const locale = isLocale(conversation.locale) ? conversation.locale : DEFAULT_LOCALE;
  const company = (await getSettings(ctx.db, "company")).name[locale];
  const words = await translator(locale, "conversations");
  const origin = env().APP_URL;
  const values = { company, url: `${origin}/${locale}/${place}`, text: letterText(text, { origin, locale }) };
  const mail = { to, subject: words(`mail.${kind}.subject`, values), text: words(`mail.${kind}.text`, values) };
  await withTransaction(ctx, (tx) => writeMail(tx, ctx, { ...mail, dedupeKey }));
}
