import type { ActionOutline, ActionTurn } from "@/lib/contracts/actions";
import type { SettingsOf } from "@/lib/contracts/settings";
import { callInternal } from "@/server/auth/call-internal";
import { isBareCode } from "./actions/codes-in";
import type { Proposal } from "./actions/read-proposal";
import { besideIn, toldIn } from "./actions/read-reply";
import { actionOfRecord } from "./actions/records-in";
import type { Beside } from "./actions/run-state";
import { usableActions, wantedActions } from "./actions/wanted-actions";
import type { AnswerClaim } from "./claim-answer";
import { weighQuestions } from "./deciding/weigh-questions";
import type { FoundQuestion } from "./look-up";
import type { Writing } from "./store-answer";
import type { Understood } from "./understand";

/** A call to another system may take ten seconds, and its turn is stored after it; the lease of an answer is fifteen. */
const LIMIT_MS = 14_000;

/** What of a message goes to actions, and which questions are looked at one by one; none where it is taken as a whole. */
export type Shared = {
  told: string;
  found: FoundQuestion[];
  /** Of each question, which action it wants; empty where the message is taken as a whole. */
  questions: Beside[];
  /** What the message as a whole wants. */
  actionKey: string | null;
};

/**
 * Shares a message out between actions and knowledge. Several questions stand side by side; beside what a waiting action is
 * told stand its further questions, unless all of it is what the action asked for. Pure.
 */
export function shareOut(
  { run, ...claim }: Pick<AnswerClaim, "actions" | "records" | "run">,
  { question, reply, again }: Pick<Understood, "question" | "reply" | "again">,
  found: readonly FoundQuestion[],
  settings: SettingsOf<"assistant">,
): Shared {
  const usable = usableActions(claim);
  const asked = found.map(({ text, confidence }) => ({ text, confidence }));
  const [only] = asked;
  if (!reply || !run || reply.asides.length === 0) {
    const several = asked.length > 1 && !run;
    const read = several || !only ? asked : [{ ...only, text: question }];
    const wanted = wantedActions(usable, read);
    // An action under way may have asked for the record.
    const byRecord = (at: number) => (run ? null : actionOfRecord(read[at]?.text ?? "", usable));
    const wants = (at: number) => (found[at]?.rule ? null : (wanted.find((one) => one.at === at)?.key ?? byRecord(at)));
    const questions = several ? asked.map(({ text }, at) => ({ text, wants: wants(at) })) : [];
    const actionKey = wants(0) ?? (run || !only || found[0]?.rule ? null : wantedAgain(usable, again, only.confidence));
    return { told: question, found: [...found], questions, actionKey };
  }
  const told = toldIn(
    reply,
    reply.asides.map(() => true),
  );
  const weighed = weighQuestions(found, settings);
  const keys = wantedActions(usable, asked, [{ key: run.key, text: told }]);
  const keyOf = (at: number) => (found[at]?.rule ? null : (keys.find((one) => one.at === at)?.key ?? null));
  const seen = weighed.map(({ outcome, rule }, at) => ({
    wanted: keyOf(at) !== null || rule?.kind === "refuse",
    answered: outcome === "answered",
  }));
  const beside = besideIn(reply, seen);
  const kept = found.filter((_, at) => beside[at]);
  if (kept.length === 0) return { told: reply.whole, found: [...found], questions: [], actionKey: null };
  const questions = asked.flatMap(({ text }, at) => (beside[at] ? [{ text, wants: keyOf(at) }] : []));
  return { told: toldIn(reply, beside), found: kept, questions, actionKey: null };
}

/** "What about Buds 2?" wants what the question before it wanted, as long as that only tells something. */
function wantedAgain(usable: readonly ActionOutline[], again: string | null, confidence: number): string | null {
  const telling = usable.filter(({ confirm }) => !confirm);
  const [wanted] = again === null ? [] : wantedActions(telling, [{ text: again, confidence }]);
  return wanted?.key ?? null;
}

/**
 * Lets actions take their part of a message: the one under way, or what is asked for. It runs in Node, behind the signed
 * route. A bare code may belong to one that was set aside. Null when none of it is an action's.
 */
export async function takeTurn(
  claim: Pick<AnswerClaim, "run">,
  writing: Writing,
  { locale }: Pick<Understood, "locale">,
  { told, questions, actionKey }: Shared,
): Promise<ActionTurn | null> {
  const wanted = actionKey !== null || questions.some(({ wants }) => wants !== null);
  if (!claim.run && !wanted && !isBareCode(told)) return null;
  return requestTurn(writing, { question: told, locale }, { actionKey, questions });
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
  { question, locale }: Pick<Understood, "question" | "locale">,
  wanted: Pick<Shared, "actionKey" | "questions"> | (Proposal & { proposed: true }),
): Promise<ActionTurn | null> {
  const input = { conversationId, answerId, writer, message: question, locale, ...wanted };
  return (await callInternal("/api/internal/answers/action", input, LIMIT_MS)) as ActionTurn | null;
}
