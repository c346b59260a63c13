import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { answerCorrections, articleVersions, staff } from "@/db/schema";

/** What staff say should have answered the question at `position`; without an article that none does. */
export type AnswerCorrection = { position: number; articleId: string | null; title: string | null; by: string | null };

/** The corrections of an answer, in the order of its questions; an article by its title in the language if it has one. */
export async function listCorrections(db: Executor, answerId: string, locale: string): Promise<AnswerCorrection[]> {
  const published = and(
    eq(articleVersions.articleId, answerCorrections.articleId),
    eq(articleVersions.state, "published"),
  );
  return db
    .selectDistinctOn([answerCorrections.position], {
      position: answerCorrections.position,
      articleId: answerCorrections.articleId,
      title: articleVersions.title,
      by: staff.name,
    })
    .from(answerCorrections)
    .leftJoin(articleVersions, published)
    .leftJoin(staff, eq(staff.id, answerCorrections.staffId))
    .where(eq(answerCorrections.answerId, answerId))
    .orderBy(answerCorrections.position, sql`${articleVersions.locale} = ${locale} desc`);
}
