import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { messages } from "@/db/schema";
import type { ActionTurn, RunState } from "@/lib/contracts/actions";
import { LOCALES } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import { provedPerson } from "@/server/customers/identity/proved-person";
import { translator } from "@/server/i18n/translator";
import { getSettings } from "@/server/settings/get-settings";
import { listFacts, rememberFactsOf } from "../facts/remember-facts";
import { headingOf } from "../words";
import { type Deed, endDeed, prepareDeed } from "./do-deed";
import type { LoadedAction } from "./load-actions";
import { nextActionStep } from "./next-action-step";
import { plainValue } from "./plain-value";
import { type Beside, NEW_RUN, type RunProgress, type TurnInput } from "./run-state";
import { insertRun, progressOf, type RunRow, saveRun, storeTurn } from "./run-store";
import { isProved, settleStep, type TurnWork } from "./settle-step";
import { toldValues } from "./told-values";
import type { ValueContext } from "./values-in";
import { type Due, outcomesOf, releaseWaiting, takeWaiting } from "./waiting-actions";

/** What the pipeline sends. */
export const actionTurnSchema = z.object({
  conversationId: z.string().max(64),
  answerId: z.string().max(64),
  writer: z.string().max(64),
  /** What the customer wrote since the last reply; where a run is under way, without the questions beside. */
  message: z.string().max(20_000),
  /**
   * The questions of a message that holds several, or that stand beside what a run is told, in the order asked. `wants`: the
   * action one asks for; the others are for knowledge.
   */
  questions: z.array(z.object({ text: z.string().max(20_000), wants: z.string().max(60).nullable() })).default([]),
  locale: z.enum(LOCALES),
  /** The action the message as a whole asks for, where the pipeline knows. */
  actionKey: z.string().max(60).nullish(),
  /** A model's tool call asks for it, not the customer's words. */
  proposed: z.boolean().default(false),
  /** Values that call proposes; each counts only when the customer wrote it, and is checked like an answer. */
  values: z.record(z.string().max(40), z.string().max(500)).default({}),
});
export type ActionTurnInput = z.infer<typeof actionTurnSchema>;

/** A turn being taken, inside its transaction. */
export type Turn = {
  tx: Transaction;
  ctx: ServiceContext;
  conversation: ConversationRow;
  input: ActionTurnInput;
  /** The message that is answered, and the questions it was read as. */
  messageId: string;
  asked: string[];
  /** What was said in this answer already, when one run ended and the next began. */
  before: ActionTurn | null;
};

/** Where a transaction ends: with a turn, waiting for somebody else's call, or with a call to make. */
export type Begun =
  | { kind: "turn"; turn: ActionTurn | null }
  | { kind: "wait" }
  | { kind: "call"; deed: Deed; allowedHosts: string[]; messageId: string };

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
function withConsent(action: LoadedAction, run: RunProgress): LoadedAction {
  const changes = action.http !== null && action.http.method !== "GET";
  return run.proposed && changes ? { ...action, confirm: true } : action;
}

/** What a step is taken about. `run` is how far it is; `row` is null for one that begins. */
type Under = { action: LoadedAction; row: RunRow | null; run: RunProgress };

async function stepInput(turn: Turn, { action, row, run }: Under, elsewhere: boolean): Promise<TurnInput> {
  const { tx, ctx, conversation, input } = turn;
  const { timeZone } = await getSettings(tx, "company");
  await rememberFactsOf(tx, conversation.id);
  const facts = (await listFacts(tx, conversation.id)).filter(({ valid, current }) => valid && current);
  const beside: Beside[] = row ? input.questions : [];
  return {
    action,
    run: row && run,
    ...(!row && { proposed: run }),
    message: input.message,
    beside,
    facts,
    verified: isProved(action, await provedPerson(tx, ctx, conversation)),
    elsewhere,
    context: { now: ctx.now, timeZone, locale: input.locale },
  };
}

/** Begins an action for the message as a whole. */
export async function beginAction(turn: Turn, action: LoadedAction): Promise<Begun> {
  const { tx, ctx, input } = turn;
  const { timeZone } = await getSettings(tx, "company");
  const context = { now: ctx.now, timeZone, locale: input.locale };
  const run = input.proposed ? await proposedRun(tx, action, input, context) : NEW_RUN;
  return takeStep(turn, { action, row: null, run }, false);
}

/** Begins the action of a question whose turn has come. */
export function beginDue(turn: Turn, { id, text, action }: Due): Promise<Begun> {
  const input = { ...turn.input, message: text, questions: [], proposed: false };
  return takeStep({ ...turn, input }, { action, row: null, run: { ...NEW_RUN, question: id } }, false);
}

/**
 * Takes the next step of a run, or its first, and stores it with all that follows from it.
 * @param elsewhere the message wants another action, for which this one is left. A turn of null says that it was.
 */
export async function takeStep(turn: Turn, under: Under, elsewhere: boolean): Promise<Begun> {
  const { tx, ctx, conversation, input } = turn;
  const action = withConsent(under.action, under.run);
  const asked = await stepInput(turn, { ...under, action }, elsewhere);
  const person = await provedPerson(tx, ctx, conversation);
  const work: TurnWork = { tx, ctx, conversation, action, locale: input.locale, person };
  const settled = await settleStep(work, nextActionStep(asked), asked);
  const row = under.row ?? (await insertRun(tx, ctx, { conversationId: conversation.id, action, run: NEW_RUN }));
  if (settled.kind === "deed") {
    const deed = { row, action, run: settled.run, person: settled.person, locale: input.locale, conversation };
    return beginDeed(turn, deed, settled.confirmed);
  }
  if (settled.kind === "spoken") {
    await saveRun(tx, ctx, row, settled.run, { failure: settled.ended });
    const { question } = settled.run;
    return conclude(turn, { row, question }, settled.turn, settled.ended === "set_aside" ? "release" : undefined);
  }
  await saveRun(tx, ctx, row, settled.run, { failure: "set_aside" });
  return elsewhere ? { kind: "turn", turn: null } : conclude(turn, { row }, null, "release");
}

/** A call is made after this transaction; a built-in deed, or its look ahead before consent is asked, in it. */
export async function beginDeed(turn: Turn, deed: Deed, confirmed: boolean): Promise<Begun> {
  const { tx, ctx, before, input, messageId } = turn;
  const { question } = deed.run;
  if (!confirmed) return conclude(turn, { row: deed.row, question }, await prepareDeed(tx, ctx, deed));
  await saveRun(tx, ctx, deed.row, deed.run);
  const running: Deed = { ...deed, row: { ...deed.row, state: "running", calls: deed.row.calls + 1 } };
  if (deed.action.kind === "builtin") {
    return conclude(turn, { row: deed.row, question }, await endDeed(tx, ctx, running));
  }
  if (before) await storeTurn(tx, ctx, { answerId: input.answerId, runId: deed.row.id, turn: before });
  const { allowedHosts } = await getSettings(tx, "actions");
  return { kind: "call", deed: running, allowedHosts, messageId };
}

/** What happens to those that wait, by how far the run before them is. */
const AFTER: Record<RunState, "wait" | "begin" | "release"> = {
  collecting: "wait",
  verifying: "wait",
  confirming: "wait",
  running: "wait",
  done: "begin",
  cancelled: "begin",
  failed: "release",
};

/**
 * Stores what a run says. When it was done or called off, the next that waits begins and speaks in the same turn; when it
 * failed, or was left for a question, nothing waits any longer, and what did stays open for a person.
 */
export async function conclude(
  turn: Turn,
  { row, question }: { row: RunRow; question?: string },
  spoken: ActionTurn | null,
  after = spoken ? AFTER[spoken.decision.action.state] : "release",
): Promise<Begun> {
  const { tx, ctx, conversation, input, messageId, asked } = turn;
  const due =
    after === "begin" && conversation.status === "assistant" ? await takeWaiting(tx, conversation.id, null) : null;
  if (spoken && due) return beginDue({ ...turn, before: await ledTo(turn, spoken, due) }, due);
  const released = after === "release" ? await releaseWaiting(tx, conversation.id) : [];
  const taken = await outcomesOf(tx, messageId, after === "wait" ? question : undefined);
  const said = spoken && {
    ...spoken,
    text: joined(turn.before?.text, spoken.text, await notBegun(turn, released)),
    ...(asked.length > 0 && { asked, questions: taken }),
  };
  await storeTurn(tx, ctx, { answerId: input.answerId, runId: row.id, turn: said });
  return { kind: "turn", turn: said };
}

const joined = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join("\n\n");

/** What a run says at its end, and the heading of the next one. */
async function ledTo({ before, input }: Turn, spoken: ActionTurn, due: Due): Promise<ActionTurn> {
  const cancelled = spoken.decision.action.state === "cancelled";
  const end = cancelled ? (await translator(input.locale, "actions"))("turn.cancelled_next") : spoken.text;
  return { ...spoken, text: joined(before?.text, end, `**${headingOf(due.text)}**`) };
}

async function notBegun({ input }: Turn, released: readonly string[]): Promise<string> {
  if (released.length === 0) return "";
  const words = await translator(input.locale, "actions");
  return words("turn.not_begun", { list: released.map((text) => `- ${plainValue(text)}`).join("\n") });
}

/** Goes on with a run that is open. */
export async function continueRun(
  turn: Turn,
  { action, row }: { action: LoadedAction; row: RunRow },
  elsewhere: boolean,
): Promise<Begun> {
  return takeStep(turn, { action, row, run: await progressOf(row) }, elsewhere);
}
