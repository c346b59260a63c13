import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema";
import { encryptField } from "@/lib/crypto";
import type { ServiceContext } from "@/server/context";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import { oneLine } from "./deliver-mail";

const SUBJECT_LENGTH = 200;
export const SEND_MAIL_JOB = "mail.send";

/**
 * Writes a plain-text mail in the caller's transaction; a job sends it after commit.
 * @param mail.dedupeKey names the occasion (`invitation:tok_…`): for one key only the first mail is written.
 * @returns its id, or null when the same mail exists already.
 */
export async function writeMail(
  tx: Transaction,
  ctx: ServiceContext,
  mail: { to: string; subject: string; text: string; dedupeKey?: string },
): Promise<string | null> {
  const [row] = await tx
    .insert(mails)
    .values({
      toEncrypted: await encryptField(mail.to, "mails.to"),
      subject: oneLine(mail.subject).slice(0, SUBJECT_LENGTH),
      textEncrypted: await encryptField(mail.text, "mails.text"),
      state: "queued",
      dedupeKey: mail.dedupeKey,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: mails.dedupeKey })
    .returning({ id: mails.id });
  if (!row) return null;
  await enqueueJob(tx, SEND_MAIL_JOB, { mailId: row.id }, { key: row.id });
  return row.id;
}
