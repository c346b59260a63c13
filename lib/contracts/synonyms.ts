import { z } from "zod";
import { isStorable } from "@/lib/text/storable";
import { localeSchema } from "./knowledge";

export const SYNONYM_WORDS_LIMIT = 20;
export const SYNONYM_WORD_LENGTH = 60;
/** Groups of one language: each is looked at with every question. */
export const SYNONYM_GROUPS_LIMIT = 500;

export const listSynonymsSchema = z.object({ locale: localeSchema });
export type ListSynonymsInput = z.infer<typeof listSynonymsSchema>;

export const saveSynonymsSchema = z.object({
  /** Absent: a new group. */
  synonymId: z.string().min(1).max(64).optional(),
  locale: localeSchema,
  words: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(SYNONYM_WORD_LENGTH, { error: "too_long" })
        .refine(isStorable, { error: "malformed" }),
    )
    .max(SYNONYM_WORDS_LIMIT, { error: "too_many" }),
});
export type SaveSynonymsInput = z.infer<typeof saveSynonymsSchema>;

export const removeSynonymsSchema = z.object({ synonymId: z.string().min(1).max(64) });
export type RemoveSynonymsInput = z.infer<typeof removeSynonymsSchema>;

/** A group of words that mean the same. */
export type SynonymGroup = { id: string; words: string[] };
