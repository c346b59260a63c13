import type { Transaction } from "@/db/client";
import { isHandoffRequest } from "@/server/conversations/handoff-request";
import { plainConsent } from "./actions/consent";
import { answerToOffer } from "./deciding/answer-to-offer";
import { newestAnswer } from "./newest-answer";

/** Whether a message may wish for a person, by its words alone: it asks for one, or says yes to something. Pure. */
export const mayWishForPerson = (text: string): boolean => isHandoffRequest(text) || plainConsent(text) === "yes";

/**
 * Whether a message that is about to be stored wishes for a person: it asks for one, or says yes to the assistant's offer
 * right before it.
 */
export async function wishesForPerson(tx: Transaction, conversationId: string, text: string): Promise<boolean> {
  if (isHandoffRequest(text)) return true;
  const newest = await newestAnswer(tx, conversationId);
  return answerToOffer(text, newest?.decision ?? null)?.wants === "person";
}
