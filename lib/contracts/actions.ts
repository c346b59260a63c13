import type { DecisionKind, QuestionOutcome } from "./assistant";

/** What a parameter is: decides how it is found in a message and what counts as well formed. */
export const PARAMETER_KINDS = [
  "order_number",
  "ticket_number",
  "email",
  "phone",
  "contact",
  "date",
  "amount",
  "product",
  "address",
  "choice",
  "text",
] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

/** What a value can be in the body of a call. */
export const JSON_TYPES = ["string", "number", "integer", "boolean"] as const;
export type JsonType = (typeof JSON_TYPES)[number];

export const ACTION_KINDS = ["builtin", "http"] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Actions over the product's own data; each has its own code. */
export const BUILTIN_KEYS = [
  "order_status",
  "start_return",
  "ticket_status",
  "open_ticket",
  "change_contact",
  "check_stock",
  "find_branch",
] as const;
export type BuiltinKey = (typeof BUILTIN_KEYS)[number];

/** How far one use of an action has come; it moves only by server/assistant/actions/transitions.ts. */
export const RUN_STATES = ["collecting", "verifying", "confirming", "running", "done", "failed", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];
/** States in which the next message still belongs to the run. */
export const OPEN_RUN_STATES = [
  "collecting",
  "verifying",
  "confirming",
  "running",
] as const satisfies readonly RunState[];

/** How an action ended; `unsure`: it went out and may have worked; `unfinished`: it was begun and not ended, or let go. */
export type ActionOutcome = "done" | "declined" | "failed" | "unsure" | "unfinished";

export const HTTP_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** The same words in every language of the interface. */
export type Localised = { zh: string; en: string };

/** One value to choose; `words` are further ways to say it. */
export type ActionChoice = { value: string; labels: Localised; words?: string[] };

/** A fact an action needs. `pattern` (lib/text/plain-pattern.ts) narrows the kind's own format. */
export type ActionParameter = {
  name: string;
  kind: ParameterKind;
  required: boolean;
  /** What it is called when the customer is asked to confirm. */
  label: Localised;
  question: Localised;
  pattern: string;
  choices: ActionChoice[];
  /** What it is sent as where it stands alone in a body; without it a sum is a number and all else a text. */
  type?: JsonType;
  /** An e-mail address given here is proved by a code mailed to it before anything is done. */
  prove?: boolean;
};

/** What an action is, without how it is called: all that matching, asking and describing it need. */
export type ActionOutline = {
  key: string;
  kind: ActionKind;
  names: Localised;
  /** Ways customers ask for it. */
  phrasings: { zh: string[]; en: string[] };
  parameters: ActionParameter[];
  /** Whether the customer is asked before it is done. */
  confirm: boolean;
  /** Whether it is done only for somebody who proved who they are. */
  identity: boolean;
  /** What is said when it is done: `{parameter}` and `{result.path}` are filled in. */
  results: Localised;
  enabled: boolean;
  /** 0 = a built-in action nobody changed. */
  version: number;
};

/** The call of an `http` action. `{parameter}` is filled into path, query and body, never into headers. */
export type HttpCall = {
  method: HttpMethod;
  url: string;
  /** `sealed` values are encrypted and never shown again. */
  headers: { name: string; value: string; sealed: boolean }[];
  /** A JSON text; empty for none. */
  body: string;
};

/** Names a call may use beside its parameters: what the customer proved. */
export const PROVED_NAMES = ["verified_email", "verified_account"] as const;

/**
 * Whether a call hands over what the customer proved. Without it the other system cannot tell whose record is asked for: a
 * proof of any address opens every record. Pure.
 */
export function handsProof({ url, body }: Pick<HttpCall, "url" | "body">): boolean {
  return PROVED_NAMES.some((name) => `${url} ${body}`.includes(`{${name}}`));
}

/** What the assistant does about an action in this turn. */
export type ActionDecision = {
  kind: DecisionKind;
  confidence: number;
  /** With `handoff`: a person is offered, not fetched. */
  started?: boolean;
  /** What is asked for: a parameter's name, `identity.email`, `identity.code`, `proof.code` or `confirmation`. */
  slot?: string;
  /** Answers to choose from. */
  choices?: string[];
  action: { key: string; state: RunState };
};

/**
 * One turn of actions: what is said, and what it was. `asked`: the questions of the message as it was read first, which is
 * how whoever takes up the answer has to read it; `questions`: what became of those that actions took, by place, from 0.
 */
export type ActionTurn = {
  text: string;
  decision: ActionDecision;
  asked?: string[];
  questions?: { at: number; outcome: QuestionOutcome }[];
};

/** An action as a tool of a language model: JSON schema of its parameters. */
export type ToolDescriptor = {
  name: string;
  description: string;
  parameters: {
    type: "object";
    properties: Record<string, { type: "string"; description: string; format?: string; enum?: string[] }>;
    additionalProperties: false;
  };
};

/** How a tried action ended. */
export type ActionTrial =
  | { ok: true; text: string; milliseconds: number; reply: string }
  | { ok: false; reason: ActionFailure; milliseconds: number; reply: string };

/** Why an action was not done. Words for customers are in messages/<locale>/actions.json. */
export const ACTION_FAILURES = [
  "not_found",
  "not_allowed",
  "refused",
  "unreachable",
  "unconfirmed",
  "taken",
  "address_blocked",
  "bad_reply",
  "gone",
] as const;
export type ActionFailure = (typeof ACTION_FAILURES)[number];
