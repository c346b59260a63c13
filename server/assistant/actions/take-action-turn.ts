import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { answers, messages } from "@/db/schema";
import type { ActionTurn } from "@/lib/contracts/actions";
import { LOCALES } from "@/lib/i18n";
import { pause } from "@/lib/pause";
import type { ServiceContext } from "@/server/context";
import { type ConversationRow, lockConversation } from "@/server/conversations/load-conversation";
import { settleTaken } from "@/server/conversations/questions";
import { provedPerson } from "@/server/customers/identity/proved-person";
import { conflict } from "@/server/errors";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import { loadCatalogue } from "../facts/load-catalogue";
import { listFacts, rememberFactsOf } from "../facts/remember-facts";
import { type ActionOutcome, callAction } from "./call-action";
import { type Deed, endDeed, finishRun, prepareDeed } from "./do-deed";
import { type LoadedAction, loadAction, loadActions } from "./load-actions";
import { matchAction } from "./match-action";
import { nextActionStep } from "./next-action-step";
import { NEW_RUN, type RunProgress, type TurnInput } from "./run-state";
import {
  forgetTurn,
  insertRun,
  lockOpenRun,
  progressOf,
  type RunRow,
  saveRun,
  storedTurn,
  storeTurn,
} from "./run-store";
import { isProved, settleStep, type TurnWork } from "./settle-step";
import { speakFailure } from "./speak-step";
import { toldValues } from "./told-values";
import type { ValueContext } from "./values-in";

/** What the pipeline sends. */
export const actionTurnSchema = z.object({
  conversationId: z.string().max(64),
  answerId: z.string().max(64),
  writer: z.string().max(64),
  /** What the customer wrote since the last reply. */
  message: z.string().max(20_000),
  locale: z.enum(LOCALES),
  /** The action the message asks for, where the pipeline knows. */
  actionKey: z.string().max(60).nullish(),
  /** A model's tool call asks for it, not the customer's words. */
  proposed: z.boolean().default(false),
  /** Values that call proposes; each counts only when the customer wrote it, and is checked like an answer. */
  values: z.record(z.string().max(40), z.string().max(500)).default({}),
});
export type ActionTurnInput = z.infer<typeof actionTurnSchema>;

type Begun =
  | { kind: "turn"; turn: ActionTurn | null }
  | { kind: "wait" }
  | { kind: "call"; deed: Deed; allowedHosts: string[] };

/** The answer must still be this writer's and the conversation the assistant's. */
async function requireWriting(tx: Transaction, conversation: ConversationRow, input: ActionTurnInput): Promise<void> {
  const mine = and(
    eq(answers.id, input.answerId),
    eq(answers.conversationId, conversation.id),
    eq(answers.writer, input.writer),
    eq(answers.state, "streaming"),
  );
  const [answer] = await tx.select({ id: answers.id }).from(answers).where(mine).for("update");
  if (!answer || conversation.status !== "assistant") throw conflict("assistant_inactive");
}

/** What a message asks for: what the pipeline recognised, else what its words say. */
async function wantedKey(tx: Transaction, input: ActionTurnInput): Promise<string | null> {
  if (input.actionKey) return input.actionKey;
  const names = (await loadCatalogue(tx)).flatMap((product) => product.names);
  return matchAction(input.message, await loadActions(tx), { names })?.key ?? null;
}

const SAID = 50;

/** A new run that a model proposed, with those of its values that the customer wrote. */
async function proposedRun(
  tx: Transaction,
  action: LoadedAction,
  { conversationId, values }: ActionTurnInput,
  context: ValueContext,
): Promise<RunProgress> {
  const said = await tx
    .select({ text: messages.body })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.kind, "incoming")))
    .orderBy(desc(messages.seq))
    .limit(SAID);
  const texts = said.map(({ text }) => text);
  return { ...NEW_RUN, proposed: true, values: toldValues(values, action.parameters, texts, context) };
}

/** Whoever did not ask for it in so many words is asked before anything is changed, whatever the action says. */
function withConsent(action: LoadedAction, run: RunProgress | null): LoadedAction {
  const changes = action.http !== null && action.http.method !== "GET";
  return run?.proposed && changes ? { ...action, confirm: true } : action;
}

type Turn = { tx: Transaction; ctx: ServiceContext; conversation: ConversationRow; input: ActionTurnInput };

async function takeStep(turn: Turn, loaded: LoadedAction, open: RunRow | null, elsewhere: boolean): Promise<Begun> {
  const { tx, ctx, conversation, input } = turn;
  const { timeZone } = await getSettings(tx, "company");
  const context: ValueContext = { now: ctx.now, timeZone, locale: input.locale };
  await rememberFactsOf(tx, conversation.id);
  const facts = (await listFacts(tx, conversation.id)).filter(({ valid, current }) => valid && current);
  const person = await provedPerson(tx, ctx, conversation);
  const proposed = open || !input.proposed ? null : await proposedRun(tx, loaded, input, context);
  const run = open ? await progressOf(open) : null;
  const action = withConsent(loaded, run ?? proposed);
  const asked: TurnInput = {
    action,
    run,
    ...(proposed && { proposed }),
    message: input.message,
    facts,
    verified: isProved(action, person),
    elsewhere,
    context,
  };
  const work: TurnWork = { tx, ctx, conversation, action, locale: input.locale, person };
  const settled = await settleStep(work, nextActionStep(asked), asked);
  const row = open ?? (await insertRun(tx, ctx, { conversationId: conversation.id, action, run: NEW_RUN }));
  if (settled.kind === "deed") {
    const deed = { row, action, run: settled.run, person: settled.person, locale: input.locale, conversation };
    return beginDeed(turn, deed, settled.confirmed);
  }
  if (settled.kind === "spoken") {
    await saveRun(tx, ctx, row, settled.run, { failure: settled.failure });
    if (settled.failure === "cancelled") await settleTaken(tx, conversation.id, row.actionKey, "dropped");
    return answered(turn, row, settled.turn);
  }
  await saveRun(tx, ctx, row, settled.run, { failure: "cancelled" });
  return answered(turn, row, null);
}

async function answered({ tx, ctx, input }: Turn, row: RunRow, turn: ActionTurn | null): Promise<Begun> {
  await storeTurn(tx, ctx, { answerId: input.answerId, runId: row.id, turn });
  return { kind: "turn", turn };
}

/** A call is made after this transaction; a built-in deed, or its look ahead before consent is asked, in it. */
async function beginDeed(turn: Turn, deed: Deed, confirmed: boolean): Promise<Begun> {
  const { tx, ctx } = turn;
  if (!confirmed) return answered(turn, deed.row, await prepareDeed(tx, ctx, deed));
  await saveRun(tx, ctx, deed.row, deed.run);
  const running: Deed = { ...deed, row: { ...deed.row, state: "running", calls: deed.row.calls + 1 } };
  if (deed.action.kind === "builtin") return answered(turn, deed.row, await endDeed(tx, ctx, running));
  const { allowedHosts } = await getSettings(tx, "actions");
  return { kind: "call", deed: running, allowedHosts };
}

async function beginTurn(turn: Turn): Promise<Begun> {
  const { tx, ctx, conversation, input } = turn;
  await requireWriting(tx, conversation, input);
  const stored = await storedTurn(tx, input.answerId);
  if (stored !== undefined) return { kind: "turn", turn: stored };
  const found = await lockOpenRun(tx, conversation.id);
  if (found?.busy) return { kind: "wait" };
  const open = found?.row ?? null;
  const wanted = open?.state === "running" ? null : await wantedKey(tx, input);
  const key = open?.actionKey ?? wanted;
  const action = key === null ? null : await loadAction(tx, key);
  if (!open) return action ? takeStep(turn, action, null, false) : { kind: "turn", turn: null };
  if (!action || action.version !== open.actionVersion) return endGone(turn, open, action);
  if (open.state === "running") {
    const person = await provedPerson(tx, ctx, conversation);
    const run = await progressOf(open);
    return beginDeed(turn, { row: open, action, run, person, locale: input.locale, conversation }, true);
  }
  const elsewhere = wanted !== null && wanted !== open.actionKey;
  const begun = await takeStep(turn, action, open, elsewhere);
  if (!elsewhere || begun.kind !== "turn" || begun.turn !== null) return begun;
  return switchAction(turn, wanted);
}

/** The run was left for another action, which begins in the same turn. */
async function switchAction(turn: Turn, key: string): Promise<Begun> {
  const { tx, input } = turn;
  const action = await loadAction(tx, key);
  if (!action) return { kind: "turn", turn: null };
  await forgetTurn(tx, input.answerId);
  return takeStep(turn, action, null, false);
}

/** An administrator changed or removed the action in the middle of a run: it ends, and what was begun is not done. */
async function endGone(turn: Turn, open: RunRow, action: LoadedAction | null): Promise<Begun> {
  const { tx, ctx, input } = turn;
  const run = await progressOf(open);
  await saveRun(tx, ctx, open, { ...run, state: "failed", slot: null }, { failure: "gone" });
  const known = action ?? (await loadActions(tx)).find(({ key }) => key === open.actionKey);
  const speaking = known && { action: { ...known, http: null }, locale: input.locale };
  return answered(turn, open, speaking ? await speakFailure(speaking, "gone") : null);
}

const WAIT_MS = 250;
const WAITS = 48;

/**
 * One turn of an action for one answer: begins, continues, does or leaves it, and stores all of that at once. The same
 * answer again gives the same turn and does nothing twice; of two at once one calls and the other waits for its outcome.
 * A crash in the middle of a call is taken up after 15 seconds with the same idempotency key.
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
  for (let waited = 0; waited < WAITS; waited += 1) {
    const begun = await withTransaction(assistant, async (tx) => {
      const conversation = await lockConversation(tx, assistant.actor, input.conversationId);
      return beginTurn({ tx, ctx: assistant, conversation, input });
    });
    if (begun.kind === "turn") return begun.turn;
    if (begun.kind === "call") return callAndEnd(assistant, input, begun);
    await pause(WAIT_MS);
  }
  throw conflict("action_running");
}

async function callAndEnd(
  ctx: ServiceContext,
  input: ActionTurnInput,
  { deed, allowedHosts }: Extract<Begun, { kind: "call" }>,
): Promise<ActionTurn | null> {
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
  return withTransaction(ctx, (tx) => finishRun(tx, ctx, deed, outcome, input.answerId));
}
