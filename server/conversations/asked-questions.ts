import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { identityCodes, messages } from "@/db/schema";
import type { ActionOutline } from "@/lib/contracts/actions";
import { isBareCode } from "@/server/assistant/actions/codes-in";
import { SLOTS } from "@/server/assistant/actions/run-state";
import { isFreeText } from "@/server/assistant/actions/values-in";
import { languageOf } from "@/server/assistant/answer-language";
import { maskFacts } from "@/server/assistant/facts/mask-facts";
import type { ServiceContext } from "@/server/context";
import { hashCode } from "@/server/customers/identity/one-time-code";
import type { TakenTurn } from "./taken-turns";

/** What an action may ask for that nobody but itself has a use for: who it is, whether to do it, a value known by its form. */
function isFormality(slot: string | undefined, action: ActionOutline | undefined): boolean {
  if (slot === undefined) return false;
  if (Object.values<string>(SLOTS).includes(slot)) return true;
  const parameter = action?.parameters.find(({ name }) => name === slot);
  return parameter !== undefined && !isFreeText(parameter.kind);
}

/**
 * What a customer asked of their own accord: without what only answered an action's request (a code, an address, a number,
 * a yes or a no), of which the questions beside it are left, and without a code that came too late. Free words asked for, such as a reason, stay. Pure.
 * @param taken the conversation's turns; one answers every message since the one before.
 */
export function askedAmong(
  said: readonly { seq: number; body: string }[],
  taken: readonly TakenTurn[],
  actions: readonly ActionOutline[],
): string[] {
  return said.flatMap(({ seq, body }) => {
    const at = taken.findIndex((turn) => turn.seq >= seq);
    const [here, before] = [taken[at], taken[at - 1]];
    const request = before?.turn?.decision;
    const action = actions.find(({ key }) => key === request?.action.key);
    // A turn of another action after one that was left is a new wish.
    const left = before?.leftUndone && before.runId !== here?.runId;
    if (!here?.turn || left || !isFormality(request?.slot, action)) return isBareCode(body) ? [] : [body];
    return here.seq === seq ? (here.turn.asked ?? []) : [];
  });
}

const DIGITS = /(?<!\p{Nd})\p{Nd}(?:[\s-]?\p{Nd}){5}(?!\p{Nd})/gu;
const HIDDEN = "******";

/** Hides the one-time codes of a conversation in texts; other numbers stay. */
async function hideCodes(tx: Transaction, conversationId: string, texts: readonly string[]): Promise<string[]> {
  const sent = await tx.select().from(identityCodes).where(eq(identityCodes.conversationId, conversationId));
  if (sent.length === 0) return [...texts];
  const isCode = async (digits: string) => {
    const code = digits.normalize("NFKC").replaceAll(/[\s-]/g, "");
    const hashes = await Promise.all(sent.map((row) => hashCode(row, code)));
    return sent.some(({ codeHash }, at) => codeHash === hashes[at]);
  };
  return Promise.all(
    texts.map(async (text) => {
      let shown = text;
      for (const digits of new Set(text.match(DIGITS))) {
        if (await isCode(digits)) shown = shown.replaceAll(digits, HIDDEN);
      }
      return shown;
    }),
  );
}

/** Texts of a conversation as whoever sees the queue may read them: contacts, names and addresses masked, codes hidden. */
export async function shownOnCard(
  tx: Transaction,
  ctx: Pick<ServiceContext, "now">,
  conversation: { id: string; locale: string },
  texts: readonly string[],
): Promise<string[]> {
  const hidden = await hideCodes(tx, conversation.id, texts);
  return hidden.map((text) => maskFacts(text, languageOf(text, conversation.locale), ctx.now));
}

/** What the customer wrote, oldest first. */
export function incomingMessages(tx: Transaction, conversationId: string): Promise<{ seq: number; body: string }[]> {
  return tx
    .select({ seq: messages.seq, body: messages.body })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.kind, "incoming")))
    .orderBy(asc(messages.seq));
}
