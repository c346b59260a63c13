import type { ActionOutline, ActionParameter } from "@/lib/contracts/actions";

/** A parameter with the least said about it. */
export const parameter = (
  values: Partial<ActionParameter> & Pick<ActionParameter, "name" | "kind">,
): ActionParameter => ({
  required: true,
  label: { zh: values.name, en: values.name },
  question: { zh: `${values.name}？`, en: `${values.name}?` },
  pattern: "",
  choices: [],
  ...values,
});

/** A return: an order, a reason, identity and consent. */
export const RETURN: Pick<ActionOutline, "parameters" | "confirm" | "identity"> = {
  parameters: [parameter({ name: "order", kind: "order_number" }), parameter({ name: "reason", kind: "text" })],
  confirm: true,
  identity: true,
};
