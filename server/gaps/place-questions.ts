import { and, arrayOverlaps, desc, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { gapQuestions, gaps } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { chooseGap } from "./choose-gap";
import type { BadlyServed } from "./load-badly-served";
import { questionText } from "./question-text";
import { badQuestionsOf } from "./read-badly-served";
import { languageOf, type Reading } from "./reading";
import { type AskedFor, askedFor, asksForSomething, termsOf } from "./terms";

/** Questions a new one is compared with; the newest that share a word. */
const COMPARED = 200;

/**
 * Puts the questions of an answer into gaps, or begins new ones, and remembers that the answer was read. An answer that
 * asked nothing leaves a row without a gap. Returns the gaps that grew.
 */
export async function placeQuestions(tx: Transaction, reading: Reading, answer: BadlyServed): Promise<string[]> {
  const at = new Date(answer.askedAt);
  const rows: (typeof gapQuestions.$inferInsert)[] = [];
  for (const { position, said, source } of badQuestionsOf(answer)) {
    const locale = languageOf(said, answer.locale);
    const written = reading.written({ ...answer, locale, at });
    const text = questionText(said, written);
    const terms = termsOf(text, written);
    if (!asksForSomething(terms)) continue;
    const asked = askedFor(text, terms, await reading.labelOf(text, locale));
    const gapId = (await knownGap(tx, locale, asked)) ?? (await newGap(tx, locale, text, at));
    rows.push({ gapId, ...placeOf(answer, position, at), source, text, terms, label: asked.label });
  }
  const read = new Set(rows.map(({ position }) => position));
  for (const position of positionsOf(answer)) {
    if (read.has(position)) continue;
    rows.push({ gapId: null, ...placeOf(answer, position, at), source: "unanswered", text: "", terms: [] });
  }
  await tx.insert(gapQuestions).values(rows).onConflictDoNothing();
  return rows.flatMap(({ gapId }) => gapId ?? []);
}

/** Every place a sign spoke of, so that none is read again; at least the first. */
function positionsOf({ signs }: BadlyServed): Set<number> {
  return new Set(signs.map(({ position }) => position ?? 0));
}

const placeOf = ({ answerId, conversationId }: BadlyServed, position: number, askedAt: Date) => ({
  answerId,
  conversationId,
  position,
  askedAt,
});

async function knownGap(tx: Transaction, locale: Locale, asked: AskedFor): Promise<string | null> {
  const rows = await tx
    .select({ gapId: gaps.id, text: gapQuestions.text, terms: gapQuestions.terms, label: gapQuestions.label })
    .from(gapQuestions)
    .innerJoin(gaps, eq(gaps.id, gapQuestions.gapId))
    .where(
      and(isNotNull(gapQuestions.gapId), eq(gaps.locale, locale), arrayOverlaps(gapQuestions.terms, [...asked.terms])),
    )
    .orderBy(desc(gapQuestions.askedAt), desc(gapQuestions.id))
    .limit(COMPARED);
  const placed = rows.map(({ gapId, text, terms, label }) => ({ gapId, ...askedFor(text, terms, label) }));
  return chooseGap(asked, placed);
}

async function newGap(tx: Transaction, locale: Locale, title: string, lastAskedAt: Date): Promise<string> {
  const [row] = await tx.insert(gaps).values({ locale, title, lastAskedAt }).returning({ id: gaps.id });
  if (!row) throw new Error("Gap not stored");
  return row.id;
}
