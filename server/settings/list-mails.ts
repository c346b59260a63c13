import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { mails } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import { SEND_MAIL_JOB } from "@/server/mail/write-mail";
import { withTransaction } from "@/server/transaction";

const PAGE = 30;

/** A written mail as administrators see it: plain text, never to be rendered as anything else. */
export type MailView = {
  id: string;
  to: string;
  subject: string;
  text: string;
  state: "queued" | "sent" | "failed" | "kept";
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

/** The outbox, newest first; `cursor` is the last id of the page before. */
export async function listMails({ ctx, input }: { ctx: ServiceContext; input: { cursor?: string | null } }) {
  requirePermission(ctx, "mail:read");
  const rows = await ctx.db
    .select()
    .from(mails)
    .where(input.cursor ? lt(mails.id, input.cursor) : undefined)
    .orderBy(desc(mails.id))
    .limit(PAGE + 1);
  const items: MailView[] = await Promise.all(
    rows.slice(0, PAGE).map(async ({ toEncrypted, textEncrypted, dedupeKey: _, ...mail }) => ({
      ...mail,
      to: await decryptField(toEncrypted, "mails.to"),
      text: await decryptField(textEncrypted, "mails.text"),
    })),
  );
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}

/** Sends a failed or kept mail again. @throws ServiceError not_found for any other. */
export async function retryMail({ ctx, input }: { ctx: ServiceContext; input: { mailId: string } }): Promise<void> {
  requirePermission(ctx, "settings:manage");
  await withTransaction(ctx, async (tx) => {
    const [row] = await tx
      .update(mails)
      .set({ state: "queued", error: null })
      .where(and(eq(mails.id, input.mailId), inArray(mails.state, ["failed", "kept"])))
      .returning({ id: mails.id });
    if (!row) throw notFound();
    await enqueueJob(tx, SEND_MAIL_JOB, { mailId: row.id }, { key: row.id });
  });
}
