import type { HandoffCard } from "@/db/schema";
import type { Priority } from "@/lib/contracts/conversations";
import type { CustomerTier } from "@/lib/contracts/customers";
import type { TicketType } from "@/lib/contracts/tickets";
import { isNothingButHandoffRequest } from "@/server/conversations/handoff-request";
import { guessTicketType } from "./guess-ticket-type";
import { shortSubject } from "./short-subject";
import { ticketPriority } from "./ticket-priority";

export type DraftSource = {
  /** The customer's messages, oldest first. */
  said: string[];
  card: HandoffCard | null;
  tier: CustomerTier;
};

/** The words of the description in the agent's language. */
export type DraftWords = { said: string; tried: (title: string) => string; order: (number: string) => string };

const LONGEST_DESCRIPTION = 8_000;

/** Greetings and requests for a person say nothing about the case. */
function isSubstance(text: string): boolean {
  return !isNothingButHandoffRequest(text) && [...text.replaceAll(/[\s\p{P}]/gu, "")].length > 3;
}

/** The text of a ticket made from a conversation. Pure: the same conversation gives the same draft. */
export function composeDraft(
  { said, card, tier }: DraftSource,
  words: DraftWords,
): { subject: string; description: string; type: TicketType; priority: Priority } {
  const told = said.filter(isSubstance);
  const texts = told.length > 0 ? told : said;
  const type = guessTicketType(texts.join("\n"));
  const tried = (card?.tried ?? []).filter(({ solved }) => solved !== true).map(({ title }) => words.tried(title));
  const orders = (card?.known ?? [])
    .filter(({ label }) => label.startsWith("order:"))
    .map(({ label }) => words.order(label.slice("order:".length)));
  const lines = [words.said, ...texts.map((text) => `> ${text.replaceAll("\n", "\n> ")}`), "", ...orders, ...tried];
  return {
    subject: shortSubject(texts[0] ?? ""),
    description: [...lines.join("\n").trim()].slice(0, LONGEST_DESCRIPTION).join(""),
    type,
    priority: ticketPriority(type, tier),
  };
}
