import type { ActionOutline, RunState } from "@/lib/contracts/actions";
import type { ValueContext } from "./values-in";

/** Slots that are no parameters. A parameter's name has no dot. */
export const SLOTS = {
  email: "identity.email",
  code: "identity.code",
  proof: "proof.code",
  confirmation: "confirmation",
} as const;

/** How far a run is, apart from its row. */
export type RunProgress = {
  state: RunState;
  /** What is known, by parameter. */
  values: Record<string, string>;
  /** What is being asked for. */
  slot: string | null;
  /** What was asked for already. */
  asked: string[];
  /** Answers in a row that did not fit. */
  failures: number;
  /** Where the last code went. */
  address: string | null;
  /** Parameters whose address was proved. */
  proven: string[];
  /** A model proposed it: the customer did not ask for it in the words it is known by. */
  proposed?: boolean;
  /** The question of the conversation's checklist that it was begun for. */
  question?: string;
};

/** A question or wish that stands beside what an action is told; `wants` is the action it asks for, if any. */
export type Beside = { text: string; wants: string | null };

/** A value of the kind of a parameter that an earlier message held. */
export type KnownFact = { kind: string; value: string };

/** A run that has just begun. */
export const NEW_RUN: RunProgress = {
  state: "collecting",
  values: {},
  slot: null,
  asked: [],
  failures: 0,
  address: null,
  proven: [],
};

/** What comes next in a run; `run` is how far it is then. */
export type ActionStep =
  /** Ask for a parameter or an address. `again`: the answer did not fit, so what is expected is said. */
  | { kind: "ask"; run: RunProgress; slot: string; again: boolean; choices: string[] }
  /** Mail a code to `run.address` and ask for it. */
  | { kind: "send_code"; run: RunProgress; purpose: "identity" | "proof" }
  /** Look whether a code holds. */
  | { kind: "check_code"; run: RunProgress; purpose: "identity" | "proof"; code: string }
  | { kind: "confirm"; run: RunProgress; again: boolean }
  | { kind: "run"; run: RunProgress }
  /** The customer no longer wants it. */
  | { kind: "cancel"; run: RunProgress }
  /** The customer asks something else, which the pipeline answers. */
  | { kind: "leave"; run: RunProgress }
  /** The customer asked other things so often, instead of answering, that it is not asked for again. */
  | { kind: "set_aside"; run: RunProgress }
  /** It does not get anywhere: a person is offered. */
  | { kind: "offer_person"; run: RunProgress };

export type TurnInput = {
  action: Pick<ActionOutline, "parameters" | "confirm" | "identity" | "names">;
  /** Null begins one. */
  run: RunProgress | null;
  /** How one that begins begins, where a model proposed it. */
  proposed?: RunProgress;
  /** What it is told. Null goes on without a message: after a code held. */
  message: string | null;
  /** What the message asks besides, and somebody else answers. */
  beside?: readonly Beside[];
  /** What earlier messages held, the newest first. */
  facts: readonly KnownFact[];
  /** Whether the customer proved who they are. */
  verified: boolean;
  /** Whether the message asks for another action. */
  elsewhere?: boolean;
  context: ValueContext;
};
