import type { ActionOutline, ActionTurn } from "@/lib/contracts/actions";
import { callInternal } from "@/server/auth/call-internal";
import { enabledActions } from "./actions/action-claim";
import { asksHow } from "./actions/asks-how";
import { matchAction } from "./actions/match-action";
import type { Proposal } from "./actions/read-proposal";
import type { AnswerClaim } from "./claim-answer";
import type { FoundQuestion } from "./look-up";
import type { Writing } from "./store-answer";
import type { Understood } from "./understand";

/** The message names a record, so it is about that record and not about how things are in general. */
const NAMES_RECORD = /(?<![A-Za-z0-9])[A-Za-z]{0,2}\d{4,}/;

/** A call to another system may take ten seconds, and its turn is stored after it; the lease of an answer is fifteen. */
const LIMIT_MS = 14_000;

/** The records without which a built-in action is of no use. */
const NEEDS: Record<string, keyof AnswerClaim["records"]> = {
  order_status: "orders",
  start_return: "orders",
  check_stock: "products",
  find_branch: "branches",
};

/** The actions that may be started now and have something to work on. */
export function usableActions({ actions, records }: Pick<AnswerClaim, "actions" | "records">): ActionOutline[] {
  return enabledActions(actions).filter(({ key }) => {
    const needed = NEEDS[key];
    return needed === undefined || records[needed];
  });
}

/** A request by its number: whatever is said about it, nothing but its state can be told. */
const NAMES_TICKET = /(?:#|工单|服务单|\b(?:request|ticket)\b)\s*(?:no\.?|number|号|编号)?\s*#?\d{5,}/i;
const TICKET_THRESHOLD = 0.3;
/** Likeness from which somebody who wants a thing done is not told how it is done. */
const REQUEST_THRESHOLD = 0.68;

const takesTicket = ({ parameters }: ActionOutline) => parameters.some(({ kind }) => kind === "ticket_number");

/** An action and which question of the message asks for it, from 0. */
export type WantedAction = { key: string; at: number };

/**
 * The action a message asks for: one about the record it names, one it plainly wants done, or one whose wordings are
 * nearer than what knowledge has to say. Of several questions the first that asks for one; the others are for knowledge.
 */
export function wantedAction(
  claim: Pick<AnswerClaim, "actions" | "records">,
  { question }: Pick<Understood, "question">,
  found: readonly FoundQuestion[],
): WantedAction | null {
  const usable = usableActions(claim);
  for (const [at, { text, confidence }] of found.entries()) {
    const key = askedOf(found.length > 1 ? text : question, usable, confidence);
    if (key !== null) return { key, at };
  }
  return null;
}

/** @param known how sure knowledge is of what it has to say, in [0, 1]: an action has to be surer, unless it is plain. */
function askedOf(question: string, usable: readonly ActionOutline[], known: number): string | null {
  const match = NAMES_TICKET.test(question)
    ? matchAction(question, usable.filter(takesTicket), { least: TICKET_THRESHOLD })
    : matchAction(question, usable);
  if (!match) return null;
  if (NAMES_RECORD.test(question) || (match.confidence >= REQUEST_THRESHOLD && !asksHow(question))) return match.key;
  return match.confidence >= known ? match.key : null;
}

/** A turn of an action, and which of several questions it took; null when it took the message as a whole. */
export type TakenTurn = { turn: ActionTurn; at: number | null };

/**
 * Lets an action take the message: the one under way, or one that the message or one of its questions asks for. It runs
 * in Node, behind the signed route. Null when it is no action's.
 */
export async function takeTurn(
  claim: AnswerClaim,
  writing: Writing,
  understood: Understood,
  found: readonly FoundQuestion[],
): Promise<TakenTurn | null> {
  const several = found.length > 1;
  const wanted = several && claim.run ? null : wantedAction(claim, understood, found);
  if (!claim.run && !wanted) return null;
  const at = several && wanted ? wanted.at : null;
  const question = (at === null ? undefined : found[at]?.text) ?? understood.question;
  const turn = await requestTurn(writing, { ...understood, question }, { actionKey: wanted?.key ?? null });
  return turn && { turn, at };
}

/**
 * Begins the action that a model proposes, by the same route. Only values the customer wrote count, and identity and
 * consent are the customer's to give.
 */
export function proposeTurn(writing: Writing, understood: Understood, proposal: Proposal): Promise<ActionTurn | null> {
  return requestTurn(writing, understood, { ...proposal, proposed: true });
}

async function requestTurn(
  { conversationId, answerId, writer }: Writing,
  { question, locale }: Understood,
  wanted: { actionKey: string | null } | (Proposal & { proposed: true }),
): Promise<ActionTurn | null> {
  const input = { conversationId, answerId, writer, message: question, locale, ...wanted };
  return (await callInternal("/api/internal/answers/action", input, LIMIT_MS)) as ActionTurn | null;
}
