import type { ActionParameter } from "@/lib/contracts/actions";
import { normalise } from "@/lib/text/normalise";
import { answersFor, isFreeText, type ValueContext, valuesIn } from "./values-in";

function isTold(value: string, parameter: ActionParameter, said: readonly string[], context: ValueContext): boolean {
  if (!isFreeText(parameter.kind)) return said.some((text) => valuesIn(text, parameter, context).includes(value));
  const words = normalise(value);
  return said.some((text) => normalise(text).includes(words));
}

/**
 * The proposed values that are well formed and that the customer wrote, in one spelling. What a model read anywhere else,
 * in an article or in another system's reply, is left out: it may be somebody else's. Pure.
 * @param said the customer's own messages.
 */
export function toldValues(
  proposed: Readonly<Record<string, string>>,
  parameters: readonly ActionParameter[],
  said: readonly string[],
  context: ValueContext,
): Record<string, string> {
  const told = parameters.flatMap((parameter) => {
    const given = Object.hasOwn(proposed, parameter.name) ? proposed[parameter.name] : undefined;
    const [value, another] = given === undefined ? [] : answersFor(given, parameter, context);
    if (value === undefined || another !== undefined || !isTold(value, parameter, said, context)) return [];
    return [[parameter.name, value] as const];
  });
  return Object.fromEntries(told);
}
