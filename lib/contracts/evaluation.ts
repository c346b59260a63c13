import { z } from "zod";
import { isBlank, isStorable } from "@/lib/text/storable";
import type { Localised } from "./actions";
import type { DecisionKind } from "./assistant";
import { localeSchema } from "./knowledge";

/** What is right to do with a question: answer it from an article, ask back, or say that nothing answers it. */
export const EXPECTATIONS = ["article", "ask", "handoff"] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** Where a case comes from. */
export const CASE_ORIGINS = ["written", "imported", "conversation", "correction"] as const;
export type CaseOrigin = (typeof CASE_ORIGINS)[number];

/**
 * What became of a case: `right`; asked back with the right article among the choices; asked back without it; handed over
 * although something answers it; answered from another article; answered although nothing does, or although it had to ask.
 */
export const OUTCOMES = ["right", "among_choices", "asked_back", "handed_over", "wrong_source", "answered"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const RUN_STATES = ["running", "done", "cancelled", "failed"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Why a run began: somebody asked for it, a day had passed, or knowledge had changed. */
export const RUN_CAUSES = ["hand", "daily", "knowledge"] as const;
export type RunCause = (typeof RUN_CAUSES)[number];

/** The share of right answers that is aimed at. */
export const ACCURACY_AIM = 0.95;

/** How many cases came to which outcome, by language. */
export type OutcomeCounts = Record<string, Partial<Record<Outcome, number>>>;

/** What the assistant did with a case: from which articles it answered, what it asked, which action it began. */
export type Found = {
  kind: DecisionKind;
  /** Titles as they were when it was asked. */
  articles: { articleId: string; title: string }[];
  choices?: string[];
  action?: string;
};

export const CASES_LIMIT = 5000;
export const CASE_TEXT_LIMIT = 500;
export const CASE_NOTE_LIMIT = 500;
/** Customer turns before the question. */
export const EARLIER_LIMIT = 5;
/** Articles of which any one is right. */
export const ACCEPTED_LIMIT = 10;
/** Of a file to import, in characters. */
export const IMPORT_LIMIT = 1_500_000;

const id = z.string().min(1).max(64);

/** One thing a customer says. */
export const caseTextSchema = z
  .string()
  .trim()
  .refine((text) => !isBlank(text), { error: "empty" })
  .max(CASE_TEXT_LIMIT, { error: "too_long" })
  .refine(isStorable, { error: "malformed" });

export const saveCaseSchema = z
  .object({
    /** Absent: a new case. */
    caseId: id.optional(),
    locale: localeSchema,
    question: caseTextSchema,
    earlier: z.array(caseTextSchema).max(EARLIER_LIMIT, { error: "too_many" }).default([]),
    expected: z.enum(EXPECTATIONS),
    articleIds: z.array(id).max(ACCEPTED_LIMIT, { error: "too_many" }).default([]),
    note: z
      .string()
      .trim()
      .max(CASE_NOTE_LIMIT, { error: "too_long" })
      .refine(isStorable, { error: "malformed" })
      .default(""),
  })
  .refine(({ expected, articleIds }) => (expected === "article") === articleIds.length > 0, {
    error: "articles_missing",
  });
export type SaveCaseInput = z.infer<typeof saveCaseSchema>;

export const archiveCaseSchema = z.object({ caseId: id, archived: z.boolean() });
export type ArchiveCaseInput = z.infer<typeof archiveCaseSchema>;

/** `wrong` stands for every outcome but right, `unmeasured` for none since the case was written. */
export const CASE_FILTERS = ["wrong", ...OUTCOMES, "unmeasured"] as const;

export const listCasesSchema = z.object({
  locale: localeSchema.optional(),
  outcome: z.enum(CASE_FILTERS).optional(),
  /** Part of the question or the note. */
  text: z.string().trim().max(200).refine(isStorable, { error: "malformed" }).optional(),
  /** `next` of the page before. */
  cursor: id.optional(),
});
export type ListCasesInput = z.infer<typeof listCasesSchema>;

export const importCasesSchema = z.object({
  name: z.string().max(200).refine(isStorable, { error: "malformed" }),
  text: z.string().max(IMPORT_LIMIT, { error: "too_long" }),
  /** Of rows that name none. */
  locale: localeSchema,
});
export type ImportCasesInput = z.infer<typeof importCasesSchema>;

export const keepCaseSchema = z.object({
  messageId: id,
  /** Place among the questions of the message, from 0. */
  position: z.int().min(0).max(20),
  /** What should answer it; null when nothing that is published does. */
  articleId: id.nullable(),
});
export type KeepCaseInput = z.infer<typeof keepCaseSchema>;

/** An article that is right for a case, by its title; `published` is false when nobody can be answered from it now. */
export type AcceptedArticle = { articleId: string; title: string; published: boolean };

/** A case with what became of it in the newest run that is done. */
export type GoldenCase = {
  id: string;
  locale: string;
  question: string;
  earlier: string[];
  expected: Expectation;
  accepted: AcceptedArticle[];
  note: string;
  origin: CaseOrigin;
  /** `actionNames`: of the action that was begun, as it is called now; absent when it is gone. */
  result: { outcome: Outcome; found: Found; confidence: number; actionNames?: Localised } | null;
};

/** How much of a golden set was right. */
export type Measured = { right: number; cases: number };

/** A run that is over, as the trend shows it. */
export type RunSummary = Measured & { id: string; at: string };

/** A case that came out differently than in the run before. */
export type MovedCase = { id: string; locale: string; question: string; before: Outcome; now: Outcome };

/** The newest accuracy, for figures beside others. */
export type AccuracyFigure = Measured & { at: string; before: Measured | null };

/** Everything the screen of accuracy says about runs. */
export type AccuracyOverview = {
  /** Cases in the set now, by language. */
  cases: Record<string, number>;
  /** The newest run that is done. */
  latest: {
    id: string;
    cause: RunCause;
    by: string | null;
    at: string;
    counts: OutcomeCounts;
    /** Knowledge is no longer what it was then. */
    stale: boolean;
  } | null;
  running: { id: string; cause: RunCause; asked: number; cases: number } | null;
  /** How the last run that ended without a result ended; null when the newest one has one. */
  failed: Extract<RunState, "cancelled" | "failed"> | null;
  /** Runs that are done, oldest first. */
  trend: RunSummary[];
  /** Against the run before; null when there is none. */
  moved: { better: MovedCase[]; worse: MovedCase[]; betterCount: number; worseCount: number } | null;
};
