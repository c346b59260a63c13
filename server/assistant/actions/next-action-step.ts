import type { ActionParameter } from "@/lib/contracts/actions";
import { codesIn } from "./codes-in";
import { asksSomething, callsOff, consentOf } from "./consent";
import { ambiguous, fromFacts, fromMessage } from "./fill-values";
import { hedges } from "./hedges";
import { type ActionStep, NEW_RUN, type RunProgress, SLOTS, type TurnInput } from "./run-state";
import { answersFor, emailsIn, isFreeText } from "./values-in";

/** Answers in a row that did not fit before a person is offered. */
const FAILURES_BEFORE_PERSON = 2;
const ANOTHER_CODE =
  /再发|重发|重新发|没收到|没有收到|换一个|resend|send (?:it |me )?(?:again|another|a new)|new code|(?:not|n't) (?:get|receive|arrive)/i;

const ask = (run: RunProgress, slot: string, again: boolean, choices: string[] = []): ActionStep => ({
  kind: "ask",
  slot,
  again,
  choices,
  run: {
    ...run,
    state: slot === SLOTS.email ? "verifying" : "collecting",
    slot,
    asked: run.asked.includes(slot) ? run.asked : [...run.asked, slot],
  },
});

const sendCode = (run: RunProgress, purpose: "identity" | "proof", address: string): ActionStep => ({
  kind: "send_code",
  purpose,
  run: { ...run, state: "verifying", slot: purpose === "identity" ? SLOTS.code : SLOTS.proof, address, failures: 0 },
});

const confirm = (run: RunProgress, again: boolean): ActionStep => ({
  kind: "confirm",
  again,
  run: { ...run, state: "confirming", slot: SLOTS.confirmation },
});

const end = (kind: "cancel" | "leave" | "set_aside", run: RunProgress): ActionStep => ({
  kind,
  run: { ...run, state: "cancelled", slot: null },
});

/** What is still to be done, in this order: facts, who they are, addresses, consent, the deed. */
function advance(input: TurnInput, run: RunProgress): ActionStep {
  const { action, facts, context } = input;
  for (const parameter of action.parameters) {
    if (!parameter.required || run.values[parameter.name] !== undefined) continue;
    return ask(run, parameter.name, false, ambiguous(input.message ?? "", parameter, facts, context));
  }
  if (action.identity && !input.verified) {
    const known = facts.find(({ kind }) => kind === "email")?.value;
    return known && !run.asked.includes(SLOTS.email) && !action.parameters.some(takesEmail)
      ? sendCode(run, "identity", known)
      : ask(run, SLOTS.email, false);
  }
  for (const { name, prove } of action.parameters) {
    const value = run.values[name];
    if (prove && value?.includes("@") && !run.proven.includes(name)) return sendCode(run, "proof", value);
  }
  return action.confirm ? confirm(run, false) : { kind: "run", run: { ...run, state: "running", slot: null } };
}

const takesEmail = ({ kind }: ActionParameter) => kind === "email" || kind === "contact";

/** What the message tells and what it asks besides, as far as that is no other action's: a value may stand in either. */
const heard = ({ beside = [] }: TurnInput, message: string): string =>
  [message, ...beside.filter(({ wants }) => wants === null).map(({ text }) => text)].join("\n");

/**
 * The answer did not fit, and is asked for once more: after a question that is answered besides, after doubt instead of
 * consent, after what fits nothing. The second time in a row a question ends it, and anything else offers a person. A wish
 * for another action, or a question that nobody took out of the message, leaves at once.
 */
function misunderstood(input: TurnInput, run: RunProgress, again: (asked: boolean) => ActionStep): ActionStep {
  const { beside = [], message } = input;
  if (input.elsewhere) return end("leave", run);
  const asked = beside.length > 0;
  const left = !asked && asksSomething(message ?? "");
  if (left && run.slot !== SLOTS.confirmation) return end("leave", run);
  const failures = run.failures + 1;
  if (failures < FAILURES_BEFORE_PERSON) {
    const step = again(!asked);
    return { ...step, run: { ...step.run, failures } };
  }
  return asked || left
    ? end("set_aside", run)
    : { kind: "offer_person", run: { ...run, failures, state: "failed", slot: null } };
}

/** Only a yes that nothing beside it puts into doubt is one. */
function hearConsent(input: TurnInput, run: RunProgress, message: string): ActionStep {
  const { action, context, beside = [] } = input;
  const said = consentOf(message);
  if (said === "yes" && !beside.some((each) => hedges(each, action, context.locale))) {
    return { kind: "run", run: { ...run, state: "running", slot: null, failures: 0 } };
  }
  const known = action.parameters.filter(({ kind }) => !isFreeText(kind));
  const corrected = said === "yes" ? {} : fromMessage(heard(input, message), known, context);
  const changed = Object.entries(corrected).filter(([name, value]) => run.values[name] !== value);
  if (changed.length > 0 && !(input.elsewhere && beside.length === 0)) {
    const values = { ...run.values, ...Object.fromEntries(changed) };
    const proven = run.proven.filter((name) => !changed.some(([other]) => other === name));
    return advance(input, { ...run, values, proven, failures: 0 });
  }
  if (said === "no") return end("cancel", run);
  return misunderstood(input, run, () => confirm(run, true));
}

function hearEmail(input: TurnInput, run: RunProgress, message: string): ActionStep {
  const told = emailsIn(message, input.context);
  const [address, another] = told.length > 0 ? told : emailsIn(heard(input, message), input.context);
  if (address && !another) return sendCode(run, "identity", address);
  return misunderstood(input, run, (again) => ask(run, SLOTS.email, again));
}

function hearCode(input: TurnInput, run: RunProgress, message: string, purpose: "identity" | "proof"): ActionStep {
  const codes = codesIn(heard(input, message));
  const [code] = codes;
  if (code && codes.length === 1) return { kind: "check_code", purpose, code, run };
  const [address] = emailsIn(message, input.context);
  if (address && address !== run.address && purpose === "identity") return sendCode(run, purpose, address);
  if (ANOTHER_CODE.test(heard(input, message)) && run.address) return sendCode(run, purpose, run.address);
  const slot = purpose === "identity" ? SLOTS.code : SLOTS.proof;
  return misunderstood(input, run, () => {
    const step = ask(run, slot, true);
    return { ...step, run: { ...step.run, state: "verifying" } };
  });
}

function hearParameter(input: TurnInput, run: RunProgress, message: string, parameter: ActionParameter): ActionStep {
  const { action, context, facts, beside = [] } = input;
  const free = isFreeText(parameter.kind);
  const told = free && consentOf(message) !== null ? [] : answersFor(message, parameter, context);
  const answers = told.length > 0 || free ? told : answersFor(heard(input, message), parameter, context);
  const [answer] = answers;
  if (answers.length > 1) return ask(run, parameter.name, true, answers.slice(0, 3));
  const asks = parameter.kind === "text" && asksSomething(message) && message.length < 40;
  const leaves = beside.length === 0 && (input.elsewhere || asks);
  if (answer === undefined || (leaves && parameter.kind === "text")) {
    const offered = ambiguous("", parameter, facts, context);
    return misunderstood(input, run, (again) => ask(run, parameter.name, again, offered));
  }
  const others = action.parameters.filter(({ name }) => name !== parameter.name && run.values[name] === undefined);
  const values = { ...fromMessage(heard(input, message), others, context), ...run.values, [parameter.name]: answer };
  return advance(input, { ...run, values, failures: 0 });
}

/**
 * What comes next in an action, from what was said: at most one question a turn, nothing asked twice that is known, a
 * wrong format answered once with what is expected and then with the offer of a person. A yes runs it only where consent
 * was asked for and nothing beside it puts that in doubt; a no or a change of mind ends it. Pure: codes and calls are the
 * caller's.
 */
export function nextActionStep(input: TurnInput): ActionStep {
  const { action, message, facts, context, proposed = NEW_RUN } = input;
  if (input.run === null) {
    const first = fromMessage(message ?? "", action.parameters, context);
    const earlier = fromFacts(message ?? "", action.parameters, facts, context);
    return advance(input, { ...proposed, values: { ...earlier, ...proposed.values, ...first } });
  }
  const { run } = input;
  if (message === null) return advance(input, run);
  if (callsOff(message)) return end("cancel", run);
  if (run.slot === SLOTS.confirmation) return hearConsent(input, run, message);
  if (run.slot === SLOTS.email) return hearEmail(input, run, message);
  if (run.slot === SLOTS.code) return hearCode(input, run, message, "identity");
  if (run.slot === SLOTS.proof) return hearCode(input, run, message, "proof");
  const parameter = action.parameters.find(({ name }) => name === run.slot);
  return parameter ? hearParameter(input, run, message, parameter) : advance(input, run);
}
