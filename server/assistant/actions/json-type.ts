import type { ActionParameter, JsonType } from "@/lib/contracts/actions";
import { invalid } from "@/server/errors";

/** What can be written as each type; longer integers than these would change their last digits. */
const FORMS: Record<JsonType, RegExp> = {
  string: /^/,
  number: /^-?\d{1,15}(?:\.\d{1,9})?$/,
  integer: /^-?\d{1,15}$/,
  boolean: /^(?:true|false)$/,
};

/** What a parameter is in a body: a sum is a number unless it says otherwise, all else a text. */
const typeOf = ({ type, kind }: Pick<ActionParameter, "type" | "kind">): JsonType =>
  type ?? (kind === "amount" ? "number" : "string");

/** Whether a value can be sent as what its parameter is. Pure. */
export const fitsJsonType = (value: string, parameter: ActionParameter): boolean =>
  FORMS[typeOf(parameter)].test(value);

/** A value as it is sent alone in a body. @throws ServiceError invalid `action_value_malformed` (`name`). */
export function toJson(value: string, parameter: ActionParameter): string | number | boolean {
  if (!fitsJsonType(value, parameter)) throw invalid("action_value_malformed", { name: parameter.name });
  const type = typeOf(parameter);
  if (type === "string") return value;
  return type === "boolean" ? value === "true" : Number(value);
}
