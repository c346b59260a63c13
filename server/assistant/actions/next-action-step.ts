import type { ActionParameter } from "@/lib/contracts/actions";
import { asksSomething, callsOff, consentOf } from "./consent";
import { ambiguous, fromFacts, fromMessage } from "./fill-values";
import { type ActionStep, NEW_RUN, type RunProgress, SLOTS, type TurnInput } from "./run-state";
import { answersFor, emailsIn } from "./values-in";

/** Answers in a row that did not fit before a person is offered. */
const FAILURES_BEFORE_PERSON = 2;
const CODE = /(?<!\d)\d{6}(?!\d)/g;
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

const end = (kind: "cancel" | "leave", run: RunProgress): ActionStep => ({
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

/** The answer did not fit: a new question leaves, the second time in a row a person is offered. */
function misunderstood(input: TurnInput, run: RunProgress, again: () => ActionStep): ActionStep {
  if (input.elsewhere || asksSomething(input.message ?? "")) return end("leave", run);
  const failures = run.failures + 1;
  if (failures >= FAILURES_BEFORE_PERSON) {
    return { kind: "offer_person", run: { ...run, failures, state: "failed", slot: null } };
  }
  const step = again();
  return { ...step, run: { ...step.run, failures } };
}

function hearConsent(input: TurnInput, run: RunProgress, message: string): ActionStep {
  const said = consentOf(message);
  if (said === "yes") return { kind: "run", run: { ...run, state: "running", slot: null, failures: 0 } };
  const corrected = fromMessage(message, input.action.parameters, input.context);
  const changed = Object.entries(corrected).filter(([name, value]) => run.values[name] !== value);
  if (changed.length > 0 && !input.elsewhere) {
    const values = { ...run.values, ...Object.fromEntries(changed) };
    const proven = run.proven.filter((name) => !changed.some(([other]) => other === name));
    return advance(input, { ...run, values, proven, failures: 0 });
  }
  if (said === "no") return end("cancel", run);
  return misunderstood(input, run, () => confirm(run, true));
}

function hearEmail(input: TurnInput, run: RunProgress, message: string): ActionStep {
  const [address, another] = emailsIn(message, input.context);
  if (address && !another) return sendCode(run, "identity", address);
  return misunderstood(input, run, () => ask(run, SLOTS.email, true));
}

function hearCode(input: TurnInput, run: RunProgress, message: string, purpose: "identity" | "proof"): ActionStep {
  const codes =
    message
      .normalize("NFKC")
      .replaceAll(/(?<=\d)[\s-](?=\d)/g, "")
      .match(CODE) ?? [];
  const [code] = codes;
  if (code && codes.length === 1) return { kind: "check_code", purpose, code, run };
  const [address] = emailsIn(message, input.context);
  if (address && address !== run.address && purpose === "identity") return sendCode(run, purpose, address);
  if (ANOTHER_CODE.test(message) && run.address) return sendCode(run, purpose, run.address);
  const slot = purpose === "identity" ? SLOTS.code : SLOTS.proof;
  return misunderstood(input, run, () => {
    const step = ask(run, slot, true);
    return { ...step, run: { ...step.run, state: "verifying" } };
  });
}

function hearParameter(input: TurnInput, run: RunProgress, message: string, parameter: ActionParameter): ActionStep {
  const { action, context, facts } = input;
  const answers = answersFor(message, parameter, context);
  const [answer] = answers;
  if (answers.length > 1) return ask(run, parameter.name, true, answers.slice(0, 3));
  const leaves = input.elsewhere || (parameter.kind === "text" && asksSomething(message) && message.length < 40);
  if (answer === undefined || (leaves && parameter.kind === "text")) {
    return misunderstood(input, run, () => ask(run, parameter.name, true, ambiguous("", parameter, facts, context)));
  }
  const others = action.parameters.filter(({ name }) => name !== parameter.name && run.values[name] === undefined);
  const values = { ...fromMessage(message, others, context), ...run.values, [parameter.name]: answer };
  return advance(input, { ...run, values, failures: 0 });
}

/**
 * What comes next in an action, from what was said: at most one question a turn, nothing asked twice that is known, a
 * wrong format answered once with what is expected and then with the offer of a person. A yes runs it only where consent
 * was asked for; a no, a change of mind or a new question ends it. Pure: codes and calls are the caller's.
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
