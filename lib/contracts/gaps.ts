import { z } from "zod";
import { localeSchema, QUESTION_LIMIT } from "./knowledge";

/**
 * How far a need that knowledge served badly has come: `gathering` while too little speaks for it to show it, `open` while
 * a person has to decide, `drafted` while the text is being edited, then `published` or `dismissed`.
 */
export const GAP_STATES = ["gathering", "open", "drafted", "published", "dismissed"] as const;
export type GapState = (typeof GAP_STATES)[number];

/** The states people see, the one that asks something of them first. */
export const SHOWN_GAP_STATES = ["open", "drafted", "published", "dismissed"] as const;

/**
 * Why a question counts as badly served: no article answered it, staff corrected the answer, the customer called it
 * unsolved, or wanted a person right after it.
 */
export const GAP_SOURCES = ["unanswered", "corrected", "not_solved", "handed_over"] as const;
export type GapSource = (typeof GAP_SOURCES)[number];

/** A new article, further wordings of an article, or a paragraph it lacks. */
export const SUGGESTION_KINDS = ["article", "wordings", "passage"] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export const DISMISS_REASONS = ["covered", "one_off", "out_of_scope", "unclear"] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** What speaks for a person's reply: the customer confirmed it, rated it 3 or 4, or did not come back. */
export const REPLY_MERITS = ["confirmed", "rated", "assumed"] as const;
export type ReplyMerit = (typeof REPLY_MERITS)[number];

/** A person's reply that went well, without personal facts. */
export type SourceReply = {
  conversationId: string;
  /** Public name; null when the person is gone. */
  by: string | null;
  /** ISO instant of the resolution. */
  at: string;
  merit: ReplyMerit;
  score: number | null;
  messages: string[];
};

/** What a person is asked to approve. Holds no personal facts; `body` is Markdown that does nothing but stand there. */
export type Suggestion = {
  kind: SuggestionKind;
  /** The article to extend; null for a new one. */
  articleId: string | null;
  title: string;
  /** Wordings to add; without the title. */
  questions: string[];
  /** The text to add; empty when nobody has replied well yet and a person has to write it. */
  body: string;
  reply: SourceReply | null;
};

const gapIdSchema = z.string().min(1).max(64);
const seenSchema = z.object({
  gapId: gapIdSchema,
  /** The version of the suggestion that was looked at; a newer one refuses with `gap_changed`. */
  version: z.int().min(0),
});

export const listGapsSchema = z.object({
  state: z.enum(SHOWN_GAP_STATES).default("open"),
  /** Absent: every language. */
  locale: localeSchema.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListGapsInput = z.infer<typeof listGapsSchema>;

export const getGapSchema = z.object({ gapId: gapIdSchema });

const approvedSchema = seenSchema.extend({
  /** Those of the suggested wordings that are wanted; absent: all. */
  questions: z.array(z.string().max(QUESTION_LIMIT)).max(50).optional(),
  /** Another article to add the wordings to, instead of what is suggested. */
  into: z.string().min(1).max(64).optional(),
});
export const draftGapSchema = approvedSchema;
export type DraftGapInput = z.infer<typeof draftGapSchema>;

export const publishGapSchema = approvedSchema.extend({
  /** Of a new article. */
  categoryId: z.string().min(1).max(64).nullable().optional(),
  /** The published text the change was shown against; another one refuses with `article_changed`. */
  articleVersionId: z.string().min(1).max(64).optional(),
});
export type PublishGapInput = z.infer<typeof publishGapSchema>;

export const dismissGapSchema = seenSchema.extend({ reason: z.enum(DISMISS_REASONS) });
export type DismissGapInput = z.infer<typeof dismissGapSchema>;
