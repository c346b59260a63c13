import { and, eq } from "drizzle-orm";
import { mails } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { deliverMail, oneLine } from "./deliver-mail";
import type { MailServer } from "./smtp-options";

const ERROR_LENGTH = 300;
const PERMANENT = 500;

function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error)) return false;
  return typeof error.responseCode === "number" && error.responseCode >= PERMANENT;
}

/** Moves a queued mail on; a mail that another attempt has settled stays as it is. */
async function settle(ctx: JobContext, id: string, change: Partial<typeof mails.$inferInsert>): Promise<void> {
  await ctx.db
    .update(mails)
    .set(change)
    .where(and(eq(mails.id, id), eq(mails.state, "queued")));
}

/**
 * The job that sends one mail: `queued` becomes `sent` once, `kept` without a mail server, `failed` when the server
 * refuses for good or the last attempt failed.
 * @param loadServer the configured mail server, or null.
 */
export function sendQueuedMail(loadServer: (ctx: JobContext) => Promise<MailServer | null>): JobHandler {
  return async (ctx, data, attempt) => {
    const [mail] = await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.id, String(data.mailId)), eq(mails.state, "queued")));
    if (!mail) return;
    const server = await loadServer(ctx);
    if (!server) return settle(ctx, mail.id, { state: "kept" });
    try {
      const to = await decryptField(mail.toEncrypted, "mails.to");
      const text = await decryptField(mail.textEncrypted, "mails.text");
      await deliverMail(server, { id: mail.id, subject: mail.subject, to, text });
      await settle(ctx, mail.id, { state: "sent", sentAt: ctx.now, error: null });
    } catch (error) {
      const reason = oneLine(error instanceof Error ? error.message : String(error)).slice(0, ERROR_LENGTH);
      const final = attempt.last || isPermanent(error);
      await settle(ctx, mail.id, { error: reason, ...(final && { state: "failed" as const }) });
      if (!final) throw error;
    }
  };
}
