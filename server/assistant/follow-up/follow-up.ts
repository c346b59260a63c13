import { detectLocale } from "@/lib/text/detect-locale";
import { isGreeting } from "../greeting";
import { followUpEnglish } from "./follow-up-en";
import { followUpChinese } from "./follow-up-zh";
import { Subjects } from "./subjects";

/** Something said earlier; `article` is the title of the article it was answered with. */
export type EarlierTurn = { by: "customer" | "assistant" | "agent"; text: string; article?: string | null };

/** What was taken over from an earlier turn; `fromTurn` counts from the oldest given. */
export type Carried = { kind: "topic" | "entity" | "condition"; text: string; fromTurn: number };

/** A message as a question that stands by itself, and what that took. Nothing carried: the message as it was. */
export type Standalone = { text: string; carried: Carried[] };

/** `about` is the subject that is talked about, named by the message itself or carried; null when there is none. */
export type FollowUp = Standalone & { about: string | null };

/** Turns that can still be meant. */
const KEPT_TURNS = 6;

/**
 * Makes a message whole. What it points at ("it", "the yearly one") or leaves out ("how long?") is taken from the turns
 * before it; a message that asks a whole question of its own changes the subject and takes over nothing but the product
 * or place (`subjects`) that is being talked about, which is reported and never written into it. Pure.
 * @param turns oldest first. @param subjects names that articles come in sets about: products, places.
 */
export function followUp(message: string, turns: readonly EarlierTurn[], subjects: readonly string[] = []): FollowUp {
  const first = Math.max(0, turns.length - KEPT_TURNS);
  const kept = turns.slice(first).map((turn, at) => ({ ...turn, at: first + at }));
  if (message.trim() === "" || isGreeting(message)) return { text: message, carried: [], about: null };
  const known = subjects.length > 0 ? new Subjects(subjects) : null;
  const named = known?.namedIn(message) ?? null;
  const entity = known && !named ? entityOf(known, kept) : null;
  const about = named ?? entity?.text ?? null;
  if (kept.length === 0) return { text: message, carried: [], about };
  const follow = detectLocale(message) === "en" ? followUpEnglish : followUpChinese;
  const { text, carried } = follow(message, kept, entity);
  const reported = entity && !carried.some(({ kind }) => kind === "entity") ? [entity, ...carried] : carried;
  return { text, carried: reported, about };
}

/** A turn that is still remembered, with its place among all. */
export type KeptTurn = EarlierTurn & { at: number };

/** The subject talked about last. */
function entityOf(subjects: Subjects, turns: readonly KeptTurn[]): Carried | null {
  for (const { text, article, at } of [...turns].reverse()) {
    const name = subjects.namedIn(text) ?? (article ? subjects.namedIn(article) : null);
    if (name) return { kind: "entity", text: name, fromTurn: at };
  }
  return null;
}
