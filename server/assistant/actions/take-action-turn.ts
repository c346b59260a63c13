import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { actionRuns, answers } from "@/db/schema";
import type { ActionTurn } from "@/lib/contracts/actions";
import { pause } from "@/lib/pause";
import type { ServiceContext } from "@/server/context";
import { lockConversation } from "@/server/conversations/load-conversation";
import { provedPerson } from "@/server/customers/identity/proved-person";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { loadCatalogue } from "../facts/load-catalogue";
import { type ActionOutcome, callAction } from "./call-action";
import { isBareCode } from "./codes-in";
import { closeRun } from "./do-deed";
import { type LoadedAction, loadAction, loadActions } from "./load-actions";
import { matchAction } from "./match-action";
import { lockOpenRun, progressOf, type RunRow, saveRun, storedTurn } from "./run-store";
import { speakFailure, speakStep } from "./speak-step";
import {
  type ActionTurnInput,
  type Begun,
  beginAction,
  beginDeed,
  beginDue,
  conclude,
  continueRun,
  type Turn,
  takeStep,
} from "./take-step";
import { takeUpForCode } from "./take-up";
import { keepWaiting, takeWaiting, type Wish } from "./waiting-actions";

/** The answer must still be this writer's and the conversation the assistant's. Returns the message that is answered. */
async function requireWriting(tx: Transaction, status: string, input: ActionTurnInput): Promise<string> {
  const mine = and(
    eq(answers.id, input.answerId),
    eq(answers.conversationId, input.conversationId),
    eq(answers.writer, input.writer),
    eq(answers.state, "streaming"),
  );
  const [answer] = await tx.select({ messageId: answers.questionMessageId }).from(answers).where(mine).for("update");
  if (!answer || status !== "assistant") throw conflict("assistant_inactive");
  return answer.messageId;
}

/** What a message as a whole asks for: what the pipeline recognised, else what its words say. */
async function wantedKey(tx: Transaction, input: ActionTurnInput): Promise<string | null> {
  if (input.actionKey) return input.actionKey;
  const names = (await loadCatalogue(tx)).flatMap((product) => product.names);
  return matchAction(input.message, await loadActions(tx), { names })?.key ?? null;
}

const wishesOf = ({ questions }: ActionTurnInput): Wish[] =>
  questions.flatMap(({ text, wants }, at) => (wants === null ? [] : [{ at, text, key: wants }]));

const textsOf = ({ questions }: ActionTurnInput): string[] => questions.map(({ text }) => text);

/** Begins what the message asks for: the first of its wishes, or what it wants as a whole. */
async function beginWanted(turn: Turn, key: string | null): Promise<Begun> {
  const { tx, conversation, input, messageId } = turn;
  const due = input.questions.length > 0 ? await takeWaiting(tx, conversation.id, messageId) : null;
  if (due) return beginDue(turn, due);
  const action = key === null ? null : await loadAction(tx, key);
  return action ? beginAction(turn, action) : { kind: "turn", turn: null };
}

/** Goes on with what is under way. Whoever wants another action instead hears that the first one is set aside. */
async function goOn(turn: Turn, open: RunRow, wishes: readonly Wish[]): Promise<Begun> {
  const { tx, ctx, conversation, input } = turn;
  const action = await loadAction(tx, open.actionKey);
  if (!action || action.version !== open.actionVersion) return endGone(turn, open, action);
  if (open.state === "running") {
    const person = await provedPerson(tx, ctx, conversation);
    const run = await progressOf(open);
    return beginDeed(turn, { row: open, action, run, person, locale: input.locale, conversation }, true);
  }
  const wanted = input.questions.length > 0 ? (wishes[0]?.key ?? null) : await wantedKey(tx, input);
  const elsewhere = wanted !== null && wanted !== open.actionKey;
  const begun = await continueRun(turn, { action, row: open }, elsewhere);
  const left = begun.kind === "turn" && begun.turn === null;
  if (!elsewhere || !left) return begun;
  const run = { ...(await progressOf(open)), state: "cancelled" as const, slot: null };
  const before = await speakStep({ action, locale: input.locale }, { kind: "set_aside", run });
  return beginWanted({ ...turn, before }, wanted);
}

async function beginTurn(turn: Omit<Turn, "messageId" | "asked" | "before">): Promise<Begun> {
  const { tx, conversation, input } = turn;
  const messageId = await requireWriting(tx, conversation.status, input);
  const stored = await storedTurn(tx, input.answerId);
  const found = await lockOpenRun(tx, conversation.id);
  // What was said may have led to a call of the next action, which nobody has ended yet.
  if (stored !== undefined && found?.row.state !== "running") return { kind: "turn", turn: stored };
  if (found?.busy) return { kind: "wait" };
  const whole: Turn = { ...turn, messageId, asked: textsOf(input), before: stored ?? null };
  const wishes = wishesOf(input);
  await keepWaiting(tx, { conversationId: conversation.id, messageId }, wishes);
  if (found) return goOn(whole, found.row, wishes);
  const resumed = isBareCode(input.message) ? await takeUpForCode(tx, turn.ctx, conversation.id) : null;
  if (resumed) return takeStep(whole, resumed, false);
  return beginWanted(whole, input.questions.length > 0 ? null : await wantedKey(tx, input));
}

/** An administrator changed or removed the action in the middle of a run: it ends, and what was begun is not done. */
async function endGone(turn: Turn, open: RunRow, action: LoadedAction | null): Promise<Begun> {
  const { tx, ctx, input } = turn;
  const run = await progressOf(open);
  await saveRun(tx, ctx, open, { ...run, state: "failed", slot: null }, { failure: "gone" });
  const known = action ?? (await loadActions(tx)).find(({ key }) => key === open.actionKey);
  const speaking = known && { action: { ...known, http: null }, locale: input.locale };
  return conclude(turn, { row: open }, speaking ? await speakFailure(speaking, "gone") : null);
}

const WAIT_MS = 250;
const WAITS = 48;

/**
 * One turn of actions for one answer: begins, continues, does or leaves one, begins the next that waits when it was done or
 * called off, and stores all of that at once. The same answer again gives the same turn and does nothing twice; of two at
 * once one calls and the other waits for its outcome. A crash in the middle of a call is taken up after 15 seconds with the
 * same idempotency key.
 * @returns null when the message is no action's: the pipeline answers it. A run it left is ended.
 * @throws ServiceError not_found `conversation_not_found`; conflict `assistant_inactive` when a person took over or the
 *   writer lost the answer, `action_running` when another call does not end.
 */
export async function takeActionTurn({
  ctx,
  input,
}: {
  ctx: ServiceContext<{ kind: "system" }>;
  input: ActionTurnInput;
}): Promise<ActionTurn | null> {
  const assistant: ServiceContext = { ...ctx, actor: { kind: "assistant" } };
  const begin = () =>
    withTransaction(assistant, async (tx) => {
      const conversation = await lockConversation(tx, assistant.actor, input.conversationId);
      return beginTurn({ tx, ctx: assistant, conversation, input });
    });
  let begun = await begin();
  for (let waited = 0; waited < WAITS; ) {
    if (begun.kind === "turn") return begun.turn;
    if (begun.kind === "call") begun = await callAndEnd(assistant, input, begun);
    else {
      await pause(WAIT_MS);
      waited += 1;
      begun = await begin();
    }
  }
  throw conflict("action_running");
}

/** Makes a call and stores how it ended, once: whoever comes second gets the first one's turn. */
async function callAndEnd(
  ctx: ServiceContext,
  input: ActionTurnInput,
  { deed, allowedHosts, messageId }: Extract<Begun, { kind: "call" }>,
): Promise<Begun> {
  const { action, run, person, row } = deed;
  const values = {
    ...run.values,
    ...(person?.email && { verified_email: person.email }),
    ...(person?.account && { verified_account: person.account }),
  };
  const outcome: ActionOutcome = action.http
    ? await callAction({
        call: action.http,
        parameters: action.parameters,
        values,
        idempotencyKey: row.idempotencyKey,
        allowedHosts,
      })
    : { ok: false, failure: "gone" };
  return withTransaction(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx.actor, input.conversationId);
    const [now] = await tx.select().from(actionRuns).where(eq(actionRuns.id, row.id)).for("update");
    const stored = (await storedTurn(tx, input.answerId)) ?? null;
    if (now?.state !== "running") return { kind: "turn", turn: stored };
    const spoken = await closeRun(tx, ctx, { ...deed, row: now }, outcome);
    const turn: Turn = { tx, ctx, conversation, input, messageId, asked: textsOf(input), before: stored };
    return conclude(turn, { row: now, question: run.question }, spoken);
  });
}
