import { decryptField } from "@/lib/crypto";
import { env } from "@/lib/env";
import type { ServiceContext } from "@/server/context";
import type { MailServer } from "@/server/mail/smtp-options";
import { getSettings } from "./get-settings";

/** The mail server of the settings, else of the environment; null when neither names one. */
export async function loadMailServer(ctx: Pick<ServiceContext, "db">): Promise<MailServer | null> {
  const { smtpUrlEncrypted, from } = await getSettings(ctx.db, "mail");
  if (smtpUrlEncrypted) return { url: await decryptField(smtpUrlEncrypted, "settings.mail.smtpUrl"), from };
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM ?? from } : null;
}
