import type { ActionOutline } from "@/lib/contracts/actions";

/** What the internal route takes of one value. */
const VALUE_LENGTH = 500;

/** A tool call as a model wrote it; `input` is whatever it gave as arguments. */
export type ModelCall = { name: string; input: unknown };

/** An action a model wants to start, with the values it proposes by parameter. */
export type Proposal = { actionKey: string; values: Record<string, string> };

function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text.length > VALUE_LENGTH ? null : text;
}

/**
 * What a model's tool call may propose: an action that was among its tools, with the plain values of parameters that the
 * action has. Arguments that are no JSON object propose nothing; the action then asks for everything. Pure.
 * @returns null for a tool that does not exist.
 */
export function readProposal({ name, input }: ModelCall, usable: readonly ActionOutline[]): Proposal | null {
  const action = usable.find(({ key }) => key === name);
  if (!action) return null;
  const given = typeof input === "object" && input !== null ? input : {};
  const values = action.parameters.flatMap(({ name: parameter }) => {
    const value = Object.hasOwn(given, parameter) ? textOf(Reflect.get(given, parameter)) : null;
    return value === null ? [] : [[parameter, value] as const];
  });
  return { actionKey: action.key, values: Object.fromEntries(values) };
}
