import type { Transaction } from "@/db/client";
import { env } from "@/lib/env";
import { isLocale, type Locale } from "@/lib/i18n";
import { letterText } from "@/lib/text/letter-text";
import type { ServiceContext } from "@/server/context";
import { translator } from "@/server/i18n/translator";
import { writeMail } from "@/server/mail/write-mail";
import { getSettings } from "@/server/settings/get-settings";
import type { TicketRow } from "./load-ticket";
import { progressToken } from "./open-ticket";
import { openContact } from "./ticket-contact";

type Letter = "created" | "reply" | "rating";

const mailKey = (kind: Letter, dedupe: string) => `ticket-${kind}:${dedupe}`;

/** The key of the one mail that tells a customer the number and the progress link. */
export const createdMailKey = (ticketId: string): string => mailKey("created", ticketId);

const localeOf = (ticket: TicketRow): Locale => (isLocale(ticket.locale) ? ticket.locale : "zh");

/** The address of a ticket's progress page. */
export async function progressUrl(ticket: TicketRow): Promise<string> {
  return `${env().APP_URL}/${localeOf(ticket)}/requests/${await progressToken(ticket)}`;
}

/** The address of the form that asks how it went. */
export function ratingUrl(ticket: TicketRow, ratingToken: string): string {
  return `${env().APP_URL}/${localeOf(ticket)}/rate/${ratingToken}`;
}

/**
 * Writes a mail about a ticket to its customer, in the ticket's language; nothing when no address is known. The customer's
 * own words are never in it: the address may be somebody else's, and the form must not become a way to write to strangers.
 * @param letter.text Markdown for `{text}`: an agent's reply. @param letter.dedupe the same one is written once.
 */
export async function mailTicket(
  tx: Transaction,
  ctx: ServiceContext,
  ticket: TicketRow,
  letter: { kind: Letter; dedupe: string; url: string; text?: string },
): Promise<void> {
  const { email } = await openContact(tx, ticket);
  if (!email) return;
  const locale = localeOf(ticket);
  const company = (await getSettings(tx, "company")).name[locale];
  const words = await translator(locale, "tickets");
  const text = letterText(letter.text ?? "", { origin: env().APP_URL, locale });
  const values = { number: `#${ticket.number}`, company, url: letter.url, text };
  await writeMail(tx, ctx, {
    to: email,
    subject: words(`mail.${letter.kind}.subject`, values),
    text: words(`mail.${letter.kind}.text`, values),
    dedupeKey: mailKey(letter.kind, letter.dedupe),
  });
}
