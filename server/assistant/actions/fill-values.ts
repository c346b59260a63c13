import type { ActionParameter, ParameterKind } from "@/lib/contracts/actions";
import { asksForReason, reasonIn } from "./account-in";
import type { KnownFact } from "./run-state";
import { answersFor, isFreeText, type ValueContext, valuesIn } from "./values-in";

/** What an earlier message's fact may be called, by parameter kind. */
const FACT_KINDS: Partial<Record<ParameterKind, readonly string[]>> = {
  order_number: ["order_number", "order"],
  ticket_number: ["ticket_number", "ticket"],
  email: ["email"],
  phone: ["phone"],
  contact: ["email", "phone"],
  date: ["date"],
  amount: ["amount", "money"],
  product: ["product"],
};

const CHOICES = 3;

/**
 * The values a message gives to parameters, by name. Several of one kind are given in the order they were written; more
 * values than parameters of a kind tell nothing. Of free words only a reason that is given with the request is one.
 */
export function fromMessage(
  message: string,
  parameters: readonly ActionParameter[],
  context: ValueContext,
): Record<string, string> {
  const values: Record<string, string> = {};
  const taken = new Map<ParameterKind, number>();
  for (const parameter of parameters) {
    if (isFreeText(parameter.kind)) {
      const [reason] = asksForReason(parameter) ? answersFor(reasonIn(message), parameter, context) : [];
      if (reason !== undefined) values[parameter.name] = reason;
      continue;
    }
    const found = valuesIn(message, parameter, context);
    const sameKind = parameters.filter(({ kind }) => kind === parameter.kind).length;
    const at = taken.get(parameter.kind) ?? 0;
    taken.set(parameter.kind, at + 1);
    const value = found.length <= sameKind ? found[at] : undefined;
    if (value !== undefined) values[parameter.name] = value;
  }
  return values;
}

/**
 * The values of a parameter that earlier messages held, the newest first, each once. An address that has to be proved is a
 * new one: what was said before, to prove who it is, is not meant.
 */
function remembered(parameter: ActionParameter, facts: readonly KnownFact[], context: ValueContext): string[] {
  const kinds = parameter.prove ? [] : (FACT_KINDS[parameter.kind] ?? []);
  const values = facts
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ value }) => valuesIn(value, parameter, context));
  return [...new Set(values)];
}

/** The values earlier messages leave no doubt about, by parameter name; what the message itself says goes before. */
export function fromFacts(
  message: string,
  parameters: readonly ActionParameter[],
  facts: readonly KnownFact[],
  context: ValueContext,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const parameter of parameters) {
    const alone = parameters.filter(({ kind }) => kind === parameter.kind).length === 1;
    if (!alone || isFreeText(parameter.kind) || valuesIn(message, parameter, context).length > 0) continue;
    const [value, another] = remembered(parameter, facts, context);
    if (value !== undefined && another === undefined) values[parameter.name] = value;
  }
  return values;
}

/** Up to three values a question can offer: a choice's own, else those that were mentioned. */
export function ambiguous(
  message: string,
  parameter: ActionParameter,
  facts: readonly KnownFact[],
  context: ValueContext,
): string[] {
  if (parameter.kind === "choice") return parameter.choices.slice(0, CHOICES * 2).map(({ value }) => value);
  if (isFreeText(parameter.kind)) return [];
  const said = valuesIn(message, parameter, context);
  const offered = said.length > 1 ? said : remembered(parameter, facts, context);
  return offered.length > 1 ? offered.slice(0, CHOICES) : [];
}
