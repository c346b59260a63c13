import type { mails } from "@/db/schema";
import { decryptField } from "@/lib/crypto";

/** The text of a stored mail, in plain. */
export async function textOf(mail: typeof mails.$inferSelect | undefined): Promise<string> {
  if (!mail) throw new Error("no such mail");
  return decryptField(mail.textEncrypted, "mails.text");
}
