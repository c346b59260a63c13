import { z } from "zod";
import { LOCALES, type Locale } from "@/lib/i18n";
import { isStorable } from "@/lib/text/storable";

/**
 * What a rule makes of a question that names its topic: a person at once; no answer, but the words and the offer of a
 * person; or exactly these words, with the article they come from.
 */
export const RULE_KINDS = ["hand_over", "refuse", "exact"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** When a rule counts: always, or only during or outside opening hours. */
export const RULE_HOURS = ["always", "open", "closed"] as const;
export type RuleHours = (typeof RULE_HOURS)[number];

const line = (max: number) => z.string().trim().max(max).refine(isStorable, { error: "malformed" });
const words = z.object(
  Object.fromEntries(LOCALES.map((locale) => [locale, line(2000)])) as Record<Locale, z.ZodString>,
);

/** A rule as it is written on screen. */
export const assistantRuleSchema = z
  .object({
    id: z.string().max(64).optional(),
    name: line(80).min(1),
    kind: z.enum(RULE_KINDS),
    /** What a question must contain, any of them, in any language. */
    phrases: z
      .array(line(100).min(2, { error: "phrase_short" }))
      .min(1, { error: "phrases_missing" })
      .max(50),
    /** What is said; may be empty where the rule hands over. */
    words,
    /** The article exact words come from: it is cited. */
    articleId: z.string().max(64).nullable().default(null),
    hours: z.enum(RULE_HOURS).default("always"),
    enabled: z.boolean().default(true),
  })
  .refine(({ kind, words: said }) => kind === "hand_over" || LOCALES.every((locale) => said[locale] !== ""), {
    error: "words_missing",
  })
  .refine(({ kind, articleId }) => kind !== "exact" || Boolean(articleId), { error: "article_missing" });

export type AssistantRuleInput = z.infer<typeof assistantRuleSchema>;

/** An article in one language. */
export type RuleSource = {
  articleId: string;
  title: string;
  slug: string;
  locale: Locale;
  versionId: string;
  chunkId: string;
};

/** A rule in force, as the assistant reads it. */
export type AssistantRule = {
  id: string;
  name: string;
  kind: RuleKind;
  phrases: string[];
  words: Record<Locale, string>;
  hours: RuleHours;
  /** With `exact`: the article the words come from, in each language it is public in; empty when in none. */
  sources: RuleSource[];
};
