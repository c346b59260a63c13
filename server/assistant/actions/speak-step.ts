import type { ActionDecision, ActionFailure, ActionTurn, RunState } from "@/lib/contracts/actions";
import type { Locale } from "@/lib/i18n";
import { CODE_MINUTES } from "@/server/customers/identity/one-time-code";
import { translator, type Words } from "@/server/i18n/translator";
import { asksForAccount } from "./account-in";
import type { LoadedAction } from "./load-actions";
import { plainValue } from "./plain-value";
import { type ActionStep, type RunProgress, SLOTS } from "./run-state";

/** What a turn is spoken about. */
export type Speaking = { action: LoadedAction; locale: Locale };

type Detail = Partial<Omit<ActionDecision, "action" | "confidence">> & Pick<ActionDecision, "kind">;

/** A turn as the pipeline gets it. */
function turnOf(action: LoadedAction, state: RunState, text: string, detail: Detail): ActionTurn {
  return { text, decision: { confidence: 1, ...detail, action: { key: action.key, state } } };
}

const wordsFor = (locale: Locale): Promise<Words> => translator(locale, "actions");

/** A value as people call it: a choice by its label. */
function shownValue({ action, locale }: Speaking, name: string, value: string): string {
  const choices = action.parameters.find((parameter) => parameter.name === name)?.choices ?? [];
  return plainValue(choices.find((choice) => choice.value === value)?.labels[locale] ?? value);
}

function confirmText(speaking: Speaking, words: Words, run: RunProgress): string {
  const { action, locale } = speaking;
  const name = action.names[locale];
  const lines = action.parameters
    .filter((parameter) => run.values[parameter.name] !== undefined)
    .map((parameter) =>
      words("turn.confirm_line", {
        label: parameter.label[locale],
        value: shownValue(speaking, parameter.name, run.values[parameter.name] ?? ""),
      }),
    );
  return lines.length > 0
    ? words("turn.confirm", { name, lines: lines.join("\n") })
    : words("turn.confirm_bare", { name });
}

function askText({ action, locale }: Speaking, words: Words, step: Extract<ActionStep, { kind: "ask" }>): string {
  if (step.slot === SLOTS.email) return words(step.again ? "turn.ask_email_again" : "turn.ask_email");
  if (step.slot === SLOTS.code || step.slot === SLOTS.proof) return words("turn.ask_code_again");
  const parameter = action.parameters.find(({ name }) => name === step.slot);
  if (!parameter) return "";
  if (step.again && step.choices.length > 0) return words("turn.which");
  const question = parameter.question[locale];
  if (!step.again) return question;
  if (asksForAccount(parameter)) return words("expected.account", { question });
  return words(`expected.${parameter.pattern ? "text" : parameter.kind}`);
}

/** The words of a step that is not a deed. */
export async function speakStep(
  speaking: Speaking,
  step: Extract<ActionStep, { kind: "ask" | "send_code" | "confirm" | "cancel" | "set_aside" | "offer_person" }>,
): Promise<ActionTurn> {
  const { action, locale } = speaking;
  const words = await wordsFor(locale);
  const { state } = step.run;
  const name = action.names[locale];
  switch (step.kind) {
    case "ask": {
      const isCode = step.slot === SLOTS.code || step.slot === SLOTS.proof;
      const choices = isCode
        ? [words("choice.resend")]
        : step.choices.map((value) => shownValue(speaking, step.slot, value));
      const detail = { kind: "ask" as const, slot: step.slot, ...(choices.length > 0 && { choices }) };
      return turnOf(action, state, askText(speaking, words, step), detail);
    }
    case "send_code": {
      const text = words(step.purpose === "identity" ? "turn.code_sent" : "turn.proof_sent", { minutes: CODE_MINUTES });
      return turnOf(action, state, text, { kind: "ask", slot: step.run.slot ?? SLOTS.code });
    }
    case "confirm": {
      const text = step.again ? words("turn.confirm_again", { name }) : confirmText(speaking, words, step.run);
      const choices = [words("choice.yes"), words("choice.no")];
      return turnOf(action, state, text, { kind: "ask", slot: SLOTS.confirmation, choices });
    }
    case "cancel":
      return turnOf(action, state, words("turn.cancelled"), { kind: "answer" });
    case "set_aside":
      return turnOf(action, state, words("turn.set_aside", { name }), { kind: "answer" });
    case "offer_person":
      return turnOf(action, state, words("turn.offer_person", { name }), { kind: "handoff", started: false });
  }
}

/** The words after a code that did not hold. */
export async function speakCode(
  { action, locale }: Speaking,
  run: RunProgress,
  said: "code_wrong" | "code_spent" | "code_limit",
): Promise<ActionTurn> {
  const words = await wordsFor(locale);
  const text = words(`turn.${said}`);
  if (said === "code_limit") return turnOf(action, run.state, text, { kind: "handoff", started: false });
  const choices = [words("choice.resend")];
  return turnOf(action, run.state, text, { kind: "ask", slot: run.slot ?? SLOTS.code, choices });
}

/** The words of a deed that is done. */
export function speakDone({ action, locale }: Speaking, text: string): ActionTurn {
  return turnOf(action, "done", text.trim() || action.names[locale], { kind: "answer" });
}

/** The words of a number that is on no record: it is asked for once more. */
export async function speakUnknown(speaking: Speaking, run: RunProgress, value: string): Promise<ActionTurn> {
  const words = await wordsFor(speaking.locale);
  const text = words("turn.not_on_record", { value: plainValue(value) });
  return turnOf(speaking.action, run.state, text, { kind: "ask", slot: run.slot ?? "" });
}

/** The words of a deed that failed, and the offer of a person. */
export async function speakFailure({ action, locale }: Speaking, failure: ActionFailure): Promise<ActionTurn> {
  const words = await wordsFor(locale);
  return turnOf(action, "failed", words(`failure.${failure}`), { kind: "handoff", started: false });
}
