import { sql } from "drizzle-orm";
import type { Decision } from "@/lib/contracts/assistant";
import { isHandoffRequest } from "@/server/conversations/handoff-request";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { plainConsent } from "./actions/consent";
import { answerToOffer } from "./deciding/answer-to-offer";

/** Whether a message may wish for a person, by its words alone: it asks for one, or says yes to something. Pure. */
export const mayWishForPerson = (text: string): boolean => isHandoffRequest(text) || plainConsent(text) === "yes";

/**
 * Whether a message that is about to be stored wishes for a person: it asks for one, or says yes to the assistant's offer
 * right before it.
 */
export async function wishesForPerson(db: SqlExecutor, conversationId: string, text: string): Promise<boolean> {
  if (isHandoffRequest(text)) return true;
  const [newest] = await selectRows<{ decision: Decision | null }>(
    db,
    sql`select a.decision from messages m left join answers a on a.message_id = m.id
      where m.conversation_id = ${conversationId} and m.kind in ('incoming', 'outgoing') order by m.seq desc limit 1`,
  );
  return answerToOffer(text, newest?.decision ?? null)?.wants === "person";
}
