import type SMTPTransport from "nodemailer/lib/smtp-transport";

/** Where mail goes and whom it comes from. `url`: `smtp://user:password@host:587` or `smtps://…:465`. */
export type MailServer = { url: string; from: string };

const TIMEOUT_MS = 15_000;

/**
 * Connection options of an SMTP address; null for anything else. Only host, port and credentials are taken: other
 * parts of the URL could turn mail into commands or files on this machine.
 */
export function smtpOptions(url: string): SMTPTransport.Options | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed?.hostname || !["smtp:", "smtps:"].includes(parsed.protocol)) return null;
  const secure = parsed.protocol === "smtps:" || parsed.port === "465";
  const user = decodeURIComponent(parsed.username);
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: parsed.port ? Number(parsed.port) : secure ? 465 : 587,
    secure,
    ...(user && { auth: { user, pass: decodeURIComponent(parsed.password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS * 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
