import { and, eq, sql } from "drizzle-orm";
import { conversations, customerIdentities, messages, readMarks } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { letterText } from "@/lib/text/letter-text";
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

async function addressOf(ctx: ServiceContext, customerId: string): Promise<string | null> {
  const [identity] = await ctx.db
    .select({ sealed: customerIdentities.externalIdEncrypted })
    .from(customerIdentities)
    .where(and(eq(customerIdentities.customerId, customerId), eq(customerIdentities.channel, "email")))
    .limit(1);
  return identity ? decryptField(identity.sealed, "customer_identities.external_id") : null;
}

/**
 * Writes a mail about a conversation to its customer, in the conversation's language; nothing where no address is known.
 * @param letter.place where its link leads, below the language. @param letter.text Markdown for `{text}`.
 * @param letter.dedupeKey the same one is written once.
 */
export async function writeToCustomer(
  ctx: ServiceContext,
  conversation: ConversationRow,
  { kind, place, text = "", dedupeKey }: { kind: "reply" | "rating"; place: string; text?: string; dedupeKey: string },
): Promise<void> {
  const to = await addressOf(ctx, conversation.customerId);
  if (!to) return;
  const locale = isLocale(conversation.locale) ? conversation.locale : DEFAULT_LOCALE;
  const company = (await getSettings(ctx.db, "company")).name[locale];
  const words = await translator(locale, "conversations");
  const origin = env().APP_URL;
  const values = { company, url: `${origin}/${locale}/${place}`, text: letterText(text, { origin, locale }) };
  const letter = { to, subject: words(`mail.${kind}.subject`, values), text: words(`mail.${kind}.text`, values) };
  await withTransaction(ctx, (tx) => writeMail(tx, ctx, { ...letter, dedupeKey }));
}
