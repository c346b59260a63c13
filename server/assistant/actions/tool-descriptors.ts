import type { ActionOutline, ActionParameter, ToolDescriptor } from "@/lib/contracts/actions";

const FORMATS: Partial<Record<ActionParameter["kind"], string>> = { email: "email", date: "date" };
/** What endpoints accept as a tool's name. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

function propertyOf({ kind, question, choices }: ActionParameter) {
  return {
    type: "string" as const,
    description: question.en,
    ...(FORMATS[kind] && { format: FORMATS[kind] }),
    ...(choices.length > 0 && { enum: choices.map(({ value }) => value) }),
  };
}

/**
 * The actions as tools of a language model. A call is a proposal: its values are checked, identity and consent are asked
 * for by {@link import("./take-action-turn").takeActionTurn} as in any other turn, so a model can start an action and
 * never finish one by itself. No parameter is required of it: what the customer did not say is asked for, not made up.
 */
export function toolDescriptors(actions: readonly ActionOutline[]): ToolDescriptor[] {
  return actions
    .filter(({ enabled, key }) => enabled && NAME.test(key))
    .map(({ key, names, phrasings, parameters }) => ({
      name: key,
      description: `${names.en}. For customers who say: ${phrasings.en.slice(0, 5).join("; ")}`,
      parameters: {
        type: "object",
        properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, propertyOf(parameter)])),
        additionalProperties: false,
      },
    }));
}
