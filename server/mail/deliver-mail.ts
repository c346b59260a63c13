import { createTransport } from "nodemailer";
import { type MailServer, smtpOptions } from "./smtp-options";

export type OutgoingMail = { id: string; to: string; subject: string; text: string };

/** A header value on one line, whatever was put into it. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/**
 * Hands one plain-text mail to the server. The message id derives from the mail's own id, so a second delivery after
 * a crash can be recognised.
 * @throws Error of nodemailer; a `responseCode` from 500 up means the server will never take it.
 */
export async function deliverMail(server: MailServer, mail: OutgoingMail): Promise<void> {
  const options = smtpOptions(server.url);
  if (!options) throw new Error("The mail server's address is not smtp:// or smtps://");
  const transport = createTransport(options);
  try {
    const sender = /[^<@\s]+@([^>\s]+)/.exec(server.from);
    await transport.sendMail({
      from: oneLine(server.from),
      to: { name: "", address: mail.to },
      subject: oneLine(mail.subject),
      text: mail.text,
      messageId: `<${mail.id}@${sender?.[1] ?? "localhost"}>`,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } finally {
    transport.close();
  }
}
