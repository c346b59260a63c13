import { z } from "zod";

/** One question of a message that the assistant answered, by its place, from 0. */
export const answerPlaceSchema = z.object({ messageId: z.string().max(64), position: z.int().min(0).max(20) });
export type AnswerPlace = z.infer<typeof answerPlaceSchema>;

/** What should have answered it; null when nothing that is published does. */
export const correctAnswerSchema = answerPlaceSchema.extend({ articleId: z.string().min(1).max(64).nullable() });
export type CorrectAnswerInput = z.infer<typeof correctAnswerSchema>;
