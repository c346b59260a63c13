import type { SaveActionInput } from "@/lib/contracts/action-forms";
import type { Localised } from "@/lib/contracts/actions";

/** An action as its form holds it while it is edited. */
export type Draft = SaveActionInput;
/** Changes some fields of something. */
export type Change<Value> = (changes: Partial<Value>) => void;

const EMPTY: Localised = { zh: "", en: "" };

/** An action nobody has described yet. */
export const NEW_ACTION: Draft = {
  key: "",
  kind: "http",
  version: 0,
  names: EMPTY,
  phrasings: { zh: [], en: [] },
  parameters: [],
  confirm: false,
  identity: false,
  results: EMPTY,
  enabled: false,
  http: { method: "GET", url: "https://", headers: [], body: "" },
};

/** A parameter nobody has described yet. */
export const NEW_PARAMETER: Draft["parameters"][number] = {
  name: "",
  kind: "order_number",
  required: true,
  label: EMPTY,
  question: EMPTY,
  pattern: "",
  choices: [],
};

/** The lines of a text, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
