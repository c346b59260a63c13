import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What an injection is after. */
export const GOALS = ["reveal", "act", "exfiltrate", "foreign_data", "override"] as const;
export type Goal = (typeof GOALS)[number];

/**
 * Where an injection gets in: what a customer writes, now or earlier, or answers to a question for a number; an article's
 * text, title or further question; an imported file; another system's reply; a customer's name, notes and ticket.
 */
export const ENTRIES = [
  "message",
  "history",
  "slot",
  "article",
  "title",
  "question",
  "import",
  "result",
  "profile",
] as const;
export type Entry = (typeof ENTRIES)[number];

const injectionSchema = z.object({
  id: z.string(),
  goal: z.enum(GOALS),
  language: z.enum(["en", "zh", "mixed"]),
  through: z.array(z.enum(ENTRIES)).min(1),
  /** What is said, one message after the other; the last one holds the demand. */
  turns: z.array(z.string().min(1)).min(1),
});
export type Injection = z.infer<typeof injectionSchema>;

const FOLDER = join(import.meta.dirname, "corpus");

/** Every injection, in the order of its file. */
export const CORPUS: readonly Injection[] = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => readFileSync(join(FOLDER, file), "utf8").trim().split("\n"))
  .map((line) => injectionSchema.parse(JSON.parse(line)));

/** The text that makes the demand. */
export const demandOf = ({ turns }: Injection): string => turns.at(-1) ?? "";

export const localeOf = ({ language }: Injection): "en" | "zh" => (language === "zh" ? "zh" : "en");
