import { asc } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { decryptField } from "@/lib/crypto";

/** The text of a stored mail, in plain. */
export async function textOf(mail: typeof mails.$inferSelect | undefined): Promise<string> {
  if (!mail) throw new Error("no such mail");
  return decryptField(mail.textEncrypted, "mails.text");
}

/** The mails written to an address, oldest first, in plain. */
export async function mailsTo(address: string): Promise<{ subject: string; text: string }[]> {
  const rows = await db().select().from(mails).orderBy(asc(mails.createdAt), asc(mails.id));
  const opened = await Promise.all(
    rows.map(async (row) => ({
      to: await decryptField(row.toEncrypted, "mails.to"),
      subject: row.subject,
      text: await textOf(row),
    })),
  );
  return opened.filter(({ to }) => to === address).map(({ subject, text }) => ({ subject, text }));
}
