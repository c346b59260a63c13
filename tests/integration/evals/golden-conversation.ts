import type { Decision, QuestionOutcome } from "@/lib/contracts/assistant";

/** What was streamed for one message. */
export type Heard = { decision: Decision; sources: readonly string[]; text: string };

/** One thing that has to hold of a reply, named for the report. */
export type Expectation = { name: string; holds: (heard: Heard) => boolean };

/** A conversation that a competent clerk of the demo company would lead like this. */
export type GoldenConversation = [message: string, ...expectations: Expectation[]][];

/** The conversations of a language by what they try. */
export type GoldenSet = Record<GoldenKind, GoldenConversation[]>;

/** What the demo company's golden set (db/seed/golden) does not hold. */
export type OwnConversations = Omit<GoldenSet, "answers" | "follow-ups" | "refusals">;

export const GOLDEN_KINDS = [
  "answers",
  "several questions",
  "follow-ups",
  "slots",
  "mixed",
  "feelings",
  "refusals",
  "variants",
  "people",
  "injections",
] as const;
export type GoldenKind = (typeof GOLDEN_KINDS)[number];

/** Answers with this article (its slug) as the first source. */
export const from = (slug: string): Expectation => ({
  name: `from ${slug}`,
  holds: ({ decision, sources }) => decision.kind === "answer" && sources[0] === slug,
});

/** Answers with one of these articles as the first source. */
export const fromAny = (...slugs: string[]): Expectation => ({
  name: `from ${slugs.join(" or ")}`,
  holds: ({ decision, sources }) => decision.kind === "answer" && slugs.includes(sources[0] ?? ""),
});

/** Every one of these articles is among the sources of one answer. */
export const fromAll = (...slugs: string[]): Expectation => ({
  name: `from ${slugs.join(" and ")}`,
  holds: ({ decision, sources }) => decision.kind === "answer" && slugs.every((slug) => sources.includes(slug)),
});

/** Its words hold this. */
export const says = (pattern: RegExp): Expectation => ({
  name: `says ${pattern.source}`,
  holds: ({ text }) => pattern.test(text),
});

/** Its words do not hold this. */
export const neverSays = (pattern: RegExp): Expectation => ({
  name: `never says ${pattern.source}`,
  holds: ({ text }) => !pattern.test(text),
});

/** Starts or goes on with this action. */
export const acts = (key: string): Expectation => ({
  name: `acts ${key}`,
  holds: ({ decision }) => decision.action?.key === key,
});

/** Asks for this fact. */
export const asksFor = (slot: string): Expectation => ({
  name: `asks for ${slot}`,
  holds: ({ decision }) => decision.kind === "ask" && decision.slot === slot,
});

/** Goes on to ask for this fact, whatever else is said. */
export const goesOnTo = (slot: string): Expectation => ({
  name: `goes on to ${slot}`,
  holds: ({ decision }) => decision.slot === slot,
});

/** What became of the questions of the message, in the order asked. */
export const asked = (...outcomes: QuestionOutcome[]): Expectation => ({
  name: `asked ${outcomes.join(", ")}`,
  holds: ({ decision }) => decision.questions?.map(({ outcome }) => outcome).join() === outcomes.join(),
});

/** Nothing that knowledge does not hold is answered: a person is offered or it is asked what was meant. */
export const admits: Expectation = {
  name: "admits it does not know",
  holds: ({ decision }) => decision.kind !== "answer",
};

/** Fetches a person at once. */
export const fetchesPerson: Expectation = {
  name: "fetches a person",
  holds: ({ decision }) => decision.kind === "handoff" && decision.started === true,
};

/** Neither offers nor fetches a person instead of an answer. */
export const doesNotFetch: Expectation = {
  name: "does not fetch a person",
  holds: ({ decision }) => decision.kind !== "handoff",
};
