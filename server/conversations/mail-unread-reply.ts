import { and, asc, eq, gt, sql } from "drizzle-orm";
import { conversations, customerIdentities, messages, readMarks } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import type { Listener } from "@/server/events/listeners";
import { translator } from "@/server/i18n/translator";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobHandler } from "@/server/jobs/registry";
import { writeMail } from "@/server/mail/write-mail";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import { signReturnToken } from "./return-token";

export const MAIL_UNREAD_JOB = "conversation.mail_unread";

/** A customer who has not read a reply after this long has left. */
const LEFT_AFTER_MS = 60_000;

/** After an agent's reply: looks a minute later whether the customer has read it. */
export const watchReply: Listener = async (ctx, event) => {
  if (event.data.kind !== "outgoing" || event.data.sender !== "agent") return;
  const runAt = new Date(event.at.getTime() + LEFT_AFTER_MS);
  await enqueueJob(ctx.db, MAIL_UNREAD_JOB, { conversationId: event.entityId }, { runAt, key: event.entityId });
};

async function unreadReplies(ctx: ServiceContext, conversationId: string) {
  const read = sql`coalesce((select ${readMarks.seq} from ${readMarks} where ${readMarks.conversationId} = ${conversationId}
    and ${readMarks.reader} = ${conversations.customerId}), 0)`;
  return ctx.db
    .select({ id: messages.id, body: messages.body })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.kind, "outgoing"),
        eq(messages.senderType, "agent"),
        gt(messages.publicSeq, read),
      ),
    )
    .orderBy(asc(messages.seq));
}

async function addressOf(ctx: ServiceContext, customerId: string): Promise<string | null> {
  const [identity] = await ctx.db
    .select({ sealed: customerIdentities.externalIdEncrypted })
    .from(customerIdentities)
    .where(and(eq(customerIdentities.customerId, customerId), eq(customerIdentities.channel, "email")))
    .limit(1);
  return identity ? decryptField(identity.sealed, "customer_identities.external_id") : null;
}

/**
 * Mails the replies a customer has not read, with a link back into the conversation: one mail for each absence, named
 * by its first unread reply. Nothing happens when all is read or no address is known.
 */
export const mailUnreadReply: JobHandler = async (ctx, data) => {
  const conversationId = String(data.conversationId);
  const [conversation] = await ctx.db.select().from(conversations).where(eq(conversations.id, conversationId));
  const unread = conversation ? await unreadReplies(ctx, conversationId) : [];
  const [first] = unread;
  if (!conversation || !first) return;
  const address = await addressOf(ctx, conversation.customerId);
  if (!address) return;
  const locale = isLocale(conversation.locale) ? conversation.locale : DEFAULT_LOCALE;
  const company = (await getSettings(ctx.db, "company")).name[locale];
  const words = await translator(locale, "conversations");
  const url = `${env().APP_URL}/${locale}/return/${await signReturnToken(conversationId, ctx.now)}`;
  const values = { company, url, text: unread.map(({ body }) => body).join("\n\n") };
  await withTransaction(ctx, (tx) =>
    writeMail(tx, ctx, {
      to: address,
      subject: words("mail.subject", values),
      text: words("mail.text", values),
      dedupeKey: `unread-reply:${first.id}`,
    }),
  );
};
