import type { z } from "zod";
import type { updateMailSchema } from "@/lib/contracts/settings";
import { decryptField, encryptField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { smtpOptions } from "@/server/mail/smtp-options";
import { withTransaction } from "@/server/transaction";
import { forgetSettings, readSettings } from "./get-settings";
import { writeSettings } from "./write-settings";

const CONTEXT = "settings.mail.smtpUrl";

/** What administrators may see of the mail server: never its password. `source` says where it is configured. */
export type MailSettingsView = {
  source: "settings" | "environment" | "none";
  host: string;
  user: string;
  from: string;
};

export async function getMailSettings({ ctx }: { ctx: ServiceContext }): Promise<MailSettingsView> {
  requirePermission(ctx, "settings:manage");
  const { value } = await readSettings(ctx.db, "mail");
  const { SMTP_URL, MAIL_FROM } = env();
  const stored = value.smtpUrlEncrypted ? await decryptField(value.smtpUrlEncrypted, CONTEXT) : "";
  const options = smtpOptions(stored || (SMTP_URL ?? ""));
  return {
    source: stored ? "settings" : SMTP_URL ? "environment" : "none",
    host: options ? `${options.host}:${options.port}` : "",
    user: options?.auth?.user ?? "",
    from: stored ? value.from : (MAIL_FROM ?? value.from),
  };
}

/**
 * Saves, keeps or forgets the mail server.
 * @throws ServiceError invalid `mail_server_invalid` when the address is not smtp:// or smtps://, `mail_from_missing`.
 */
export async function updateMail({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: z.infer<typeof updateMailSchema>;
}): Promise<void> {
  requirePermission(ctx, "settings:manage");
  if (input.smtpUrl && !smtpOptions(input.smtpUrl)) throw invalid("mail_server_invalid");
  if (!input.remove && !/@/.test(input.from)) throw invalid("mail_from_missing");
  await withTransaction(ctx, async (tx) => {
    const { value } = await readSettings(tx, "mail");
    const fresh = input.smtpUrl ? await encryptField(input.smtpUrl, CONTEXT) : value.smtpUrlEncrypted;
    await writeSettings(tx, ctx, "mail", { smtpUrlEncrypted: input.remove ? "" : fresh, from: input.from });
  });
  forgetSettings("mail");
}
