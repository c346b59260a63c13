import type { Transaction } from "@/db/client";
import type { staff } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import { isLocale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { translator } from "@/server/i18n/translator";
import { writeMail } from "@/server/mail/write-mail";
import { getSettings } from "@/server/settings/get-settings";

type Receiver = Pick<typeof staff.$inferSelect, "name" | "locale" | "emailEncrypted">;

/** Writes one of the mails to staff in the receiver's language: greeting, text, what to do when it was unexpected. */
export async function writeStaffMail(
  tx: Transaction,
  ctx: ServiceContext,
  receiver: Receiver,
  mail: { kind: "invitation" | "reset" | "passwordChanged"; values: Record<string, string>; dedupeKey: string },
): Promise<void> {
  const words = await translator(receiver.locale, "mail");
  const company = (await getSettings(tx, "company")).name[isLocale(receiver.locale) ? receiver.locale : "zh"];
  const values = { ...mail.values, company };
  const parts = [words("greeting", { name: receiver.name }), words(`${mail.kind}.text`, values)];
  if (mail.kind !== "passwordChanged") parts.push(words("ignore"));
  await writeMail(tx, ctx, {
    to: await decryptField(receiver.emailEncrypted, "staff.email"),
    subject: words(`${mail.kind}.subject`, values),
    text: [...parts, words("signature", { company })].join("\n\n"),
    dedupeKey: mail.dedupeKey,
  });
}
