import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversationQuestions } from "@/db/schema";
import type { ActionTurn } from "@/lib/contracts/actions";
import type { QuestionOutcome } from "@/lib/contracts/assistant";
import type { QuestionState } from "@/lib/contracts/understanding";
import { type LoadedAction, loadAction } from "./load-actions";

const { id, conversationId: of, messageId: asked, position, text, intent, state } = conversationQuestions;

const waitsIn = (conversationId: string) => and(eq(of, conversationId), eq(state, "open"), isNotNull(intent));

/** What a message wants done, by its place among the message's questions. */
export type Wish = { at: number; text: string; key: string };

/** Puts what a message wants done on the checklist, where it waits its turn. The same message again adds nothing. */
export async function keepWaiting(
  tx: Transaction,
  { conversationId, messageId }: { conversationId: string; messageId: string },
  wishes: readonly Wish[],
): Promise<void> {
  if (wishes.length === 0) return;
  const rows = wishes.map(({ at, text: words, key }) => ({
    conversationId,
    messageId,
    position: at,
    text: words,
    intent: key,
  }));
  await tx.insert(conversationQuestions).values(rows).onConflictDoNothing();
}

/** A question whose turn has come, with the action that is begun for it. */
export type Due = { id: string; text: string; action: LoadedAction };

/**
 * Takes the next question off the queue, in the order asked; null when none waits. One whose action was switched off
 * meanwhile stays open for a person.
 * @param first the message whose wishes go before all others.
 */
export async function takeWaiting(tx: Transaction, conversationId: string, first: string | null): Promise<Due | null> {
  const waiting = await tx
    .select({ id, text, intent })
    .from(conversationQuestions)
    .where(waitsIn(conversationId))
    .orderBy(sql`${asked} = ${first} desc nulls last`, asc(asked), asc(position));
  for (const due of waiting) {
    await tx.update(conversationQuestions).set({ intent: null }).where(eq(id, due.id));
    const action = due.intent === null ? null : await loadAction(tx, due.intent);
    if (action) return { id: due.id, text: due.text, action };
  }
  return null;
}

/** Lets nothing wait any longer: what did stays open for a person. Returns it in words, in no order. */
export async function releaseWaiting(tx: Transaction, conversationId: string): Promise<string[]> {
  const released = await tx
    .update(conversationQuestions)
    .set({ intent: null })
    .where(waitsIn(conversationId))
    .returning({ text });
  return released.map((row) => row.text);
}

const SETTLED: readonly QuestionState[] = ["answered", "ticketed"];

/** What became of the questions of a message that actions took. @param under the question of the run under way. */
export async function outcomesOf(
  tx: Transaction,
  messageId: string,
  under: string | undefined,
): Promise<NonNullable<ActionTurn["questions"]>> {
  const rows = await tx
    .select({ id, at: position, intent, state })
    .from(conversationQuestions)
    .where(eq(asked, messageId))
    .orderBy(asc(position));
  return rows.map((row) => {
    const outcome: QuestionOutcome = SETTLED.includes(row.state)
      ? "answered"
      : row.intent !== null
        ? "waiting"
        : row.id === under
          ? "action"
          : "unanswered";
    return { at: row.at, outcome };
  });
}
