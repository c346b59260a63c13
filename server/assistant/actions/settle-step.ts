import type { Transaction } from "@/db/client";
import type { ActionTurn } from "@/lib/contracts/actions";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import { checkCode } from "@/server/customers/identity/check-code";
import { type ProvedPerson, provedPerson } from "@/server/customers/identity/proved-person";
import { sendCode } from "@/server/customers/identity/send-code";
import { emitEvent } from "@/server/events/emit-event";
import { codeTarget, isOwnRecord } from "./code-target";
import type { LoadedAction } from "./load-actions";
import { nextActionStep } from "./next-action-step";
import { type ActionStep, type RunProgress, SLOTS, type TurnInput } from "./run-state";
import { speakCode, speakStep } from "./speak-step";

/** What a turn works with inside its transaction. */
export type TurnWork = {
  tx: Transaction;
  ctx: ServiceContext;
  conversation: ConversationRow;
  action: LoadedAction;
  locale: Locale;
  person: ProvedPerson | null;
};

/** Where a turn ends: spoken, left to the pipeline, or a deed to do. `ended`: how the run ended, where it did. */
export type Settled =
  | { kind: "spoken"; run: RunProgress; turn: ActionTurn; ended?: "cancelled" | "set_aside" | "not_understood" }
  | { kind: "left"; run: RunProgress }
  | { kind: "deed"; run: RunProgress; confirmed: boolean; person: ProvedPerson | null };

/** Whether somebody is proved well enough: over the product's own data it must be somebody on record. */
export function isProved(action: LoadedAction, person: ProvedPerson | null): boolean {
  return person !== null && (action.kind === "http" || person.customerId !== null);
}

async function settleSend(work: TurnWork, step: Extract<ActionStep, { kind: "send_code" }>): Promise<Settled> {
  const { tx, ctx, conversation, action, locale } = work;
  const address = step.run.address ?? "";
  const target =
    step.purpose === "proof"
      ? { customerId: null, deliver: true }
      : await codeTarget(tx, action, step.run.values, address);
  const request = { conversationId: conversation.id, purpose: step.purpose, address, locale, ...target };
  if (await sendCode(tx, ctx, request)) return { kind: "spoken", run: step.run, turn: await speakStep(work, step) };
  const run: RunProgress = { ...step.run, state: "failed", slot: null };
  return { kind: "spoken", run, turn: await speakCode(work, run, "code_limit"), ended: "not_understood" };
}

async function settleCheck(
  work: TurnWork,
  step: Extract<ActionStep, { kind: "check_code" }>,
  input: TurnInput,
): Promise<Settled> {
  const { tx, ctx, conversation, action } = work;
  const { code, purpose, run } = step;
  const check = await checkCode(tx, ctx, { conversationId: conversation.id, purpose, code });
  if (check !== "right") {
    return { kind: "spoken", run, turn: await speakCode(work, run, check === "wrong" ? "code_wrong" : "code_spent") };
  }
  await emitEvent(tx, ctx, { name: "customer.verified", entityId: conversation.id, data: { purpose } });
  const person = purpose === "identity" ? await provedPerson(tx, ctx, conversation) : work.person;
  const proved = action.parameters.filter(({ name, prove }) => prove && run.values[name] === run.address);
  const proven = purpose === "proof" ? [...run.proven, ...proved.map(({ name }) => name)] : run.proven;
  const next = { ...input, message: null, verified: isProved(action, person), run: { ...run, proven, slot: null } };
  return settleStep({ ...work, person }, nextActionStep(next), next);
}

const ENDED = { cancel: "cancelled", set_aside: "set_aside", offer_person: "not_understood" } as const;

const asksIdentity = (step: ActionStep) =>
  (step.kind === "ask" && step.slot === SLOTS.email) || (step.kind === "send_code" && step.purpose === "identity");

/** Does what a step needs besides words (mails, codes) and goes on until there is something to say or to do. */
export async function settleStep(work: TurnWork, step: ActionStep, input: TurnInput): Promise<Settled> {
  const { tx, action, conversation, person } = work;
  if (!input.verified && asksIdentity(step)) {
    if (await isOwnRecord(tx, action, step.run.values, conversation.customerId)) {
      const next = { ...input, message: null, verified: true, run: { ...step.run, slot: null } };
      return settleStep(work, nextActionStep(next), next);
    }
  }
  switch (step.kind) {
    case "send_code":
      return settleSend(work, step);
    case "check_code":
      return settleCheck(work, step, input);
    case "run":
      return { kind: "deed", run: step.run, confirmed: true, person };
    case "confirm":
      return step.again
        ? { kind: "spoken", run: step.run, turn: await speakStep(work, step) }
        : { kind: "deed", run: step.run, confirmed: false, person };
    case "leave":
      return { kind: "left", run: step.run };
    default: {
      const ended = step.kind === "ask" ? undefined : ENDED[step.kind];
      return { kind: "spoken", run: step.run, turn: await speakStep(work, step), ...(ended && { ended }) };
    }
  }
}
