import { detectLocale } from "@/lib/text/detect-locale";
import { isSmallTalk } from "../small-talk";
import { asksForItselfInEnglish, followUpEnglish } from "./follow-up-en";
import { asksForItselfInChinese, followUpChinese } from "./follow-up-zh";
import { Subjects } from "./subjects";
import type { Carried, EarlierTurn, FollowUp, KeptTurn } from "./turn";

/** Turns that can still be meant. */
const KEPT_TURNS = 6;

/**
 * Makes a message whole. What it points at ("it", "the yearly one") or leaves out ("how long?") is taken from the turns
 * before it; a message that asks a whole question of its own changes the subject and takes over nothing but the product
 * or place (`subjects`) that is being talked about, which is reported and never written into it. Pure.
 * @param turns oldest first. @param subjects names that articles come in sets about: products, places.
 * @param listed the message is one of several questions asked at once: only a pointer or a fragment leans on those before.
 */
export function followUp(
  message: string,
  turns: readonly EarlierTurn[],
  subjects: readonly string[] = [],
  listed = false,
): FollowUp {
  const first = Math.max(0, turns.length - KEPT_TURNS);
  const kept = turns.slice(first).map((turn, at) => ({ ...turn, at: first + at }));
  if (message.trim() === "" || isSmallTalk(message)) return { text: message, carried: [], about: null };
  const known = subjects.length > 0 ? new Subjects(subjects) : null;
  const named = known?.namedIn(message) ?? null;
  const entity = known && !named ? entityOf(known, kept) : null;
  const about = named ?? entity?.text ?? null;
  if (kept.length === 0) return { text: message, carried: [], about };
  const isEnglish = detectLocale(message) === "en";
  if (listed && (isEnglish ? asksForItselfInEnglish(message) : asksForItselfInChinese(message))) {
    return { text: message, carried: entity ? [entity] : [], about };
  }
  const { text, carried, bare } = (isEnglish ? followUpEnglish : followUpChinese)(message, kept, entity);
  const reported = entity && !carried.some(({ kind }) => kind === "entity") ? [entity, ...carried] : carried;
  const whole: FollowUp = { text, carried: reported, about };
  if (bare) whole.bare = bare;
  const asked = lastAsked(kept);
  if (asked && !text.startsWith(asked)) whole.goingOn = `${asked} ${message}`;
  return whole;
}

/** The customer's last question that named something of its own, else what they said last; without what ends it. */
function lastAsked(turns: readonly KeptTurn[]): string | null {
  const said = turns.filter(({ by }) => by === "customer");
  const asked = said.findLast(({ text }) =>
    detectLocale(text) === "en" ? asksForItselfInEnglish(text) : asksForItselfInChinese(text),
  );
  return (asked ?? said.at(-1))?.text.replace(/[?？.!。！\s]+$/u, "") ?? null;
}

/** The subject talked about last. */
function entityOf(subjects: Subjects, turns: readonly KeptTurn[]): Carried | null {
  for (const { text, article, at } of [...turns].reverse()) {
    const name = subjects.namedIn(text) ?? (article ? subjects.namedIn(article) : null);
    if (name) return { kind: "entity", text: name, fromTurn: at };
  }
  return null;
}
