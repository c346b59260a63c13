import { and, desc, eq, lt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { answerCorrections, answers, messages } from "@/db/schema";
import { CASE_TEXT_LIMIT, EARLIER_LIMIT, type KeepCaseInput } from "@/lib/contracts/evaluation";
import { isLocale, type Locale } from "@/lib/i18n";
import { languageOf } from "@/server/assistant/answer-language";
import { withoutPersons } from "@/server/assistant/recogniser/without-persons";
import { requirePermission, type ServiceContext } from "@/server/context";
import { loadConversation } from "@/server/conversations/load-conversation";
import { invalid, notFound } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { insertCase } from "./write-case";

/**
 * Makes a case out of a question a customer asked, and of what they had said before it where the question leans on that.
 * Names, numbers and addresses of people are left out.
 * @throws ServiceError not_found `answer_not_found`, `article_not_found`; conflict `case_exists`, `cases_limit`; invalid
 * `case_too_long`, `case_empty` when nothing is left of it.
 */
export async function keepCase({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: KeepCaseInput;
}): Promise<{ caseId: string }> {
  const corrector = requirePermission(ctx, "assistant:correct");
  const { messageId, position, articleId } = input;
  return withTransaction(corrector, async (tx) => {
    const asked = await questionAt(tx, messageId, position);
    const conversation = await loadConversation(tx, corrector.actor, asked.conversationId);
    const locale = languageOf(asked.text, conversation.locale);
    const earlier = asked.leansOnOthers ? await saidBefore(tx, asked) : [];
    const anonymous = (text: string) => masked(text, locale, corrector.now);
    const question = anonymous(asked.text);
    if (question === "") throw invalid("case_empty");
    if (question.length > CASE_TEXT_LIMIT) throw invalid("case_too_long");
    const caseId = await insertCase(tx, {
      locale,
      question,
      earlier: [...earlier, ...asked.sameMessage].map(anonymous).filter(fits).slice(-EARLIER_LIMIT),
      expected: articleId === null ? "handoff" : "article",
      articleIds: articleId === null ? [] : [articleId],
      note: "",
      origin: asked.corrected ? "correction" : "conversation",
      staffId: corrector.actor.staffId,
      at: corrector.now,
    });
    return { caseId };
  });
}

const fits = (text: string) => text !== "" && text.length <= CASE_TEXT_LIMIT;

function masked(text: string, locale: string, now: Date): string {
  const language: Locale = isLocale(locale) ? locale : "zh";
  return withoutPersons(text, language, now).replaceAll(/\s+/g, " ").trim();
}

async function questionAt(tx: Transaction, messageId: string, position: number) {
  const place = and(eq(answerCorrections.answerId, answers.id), eq(answerCorrections.position, position));
  const [row] = await tx
    .select({
      conversationId: answers.conversationId,
      trace: answers.trace,
      seq: messages.seq,
      corrected: answerCorrections.id,
    })
    .from(answers)
    .innerJoin(messages, eq(messages.id, answers.questionMessageId))
    .leftJoin(answerCorrections, place)
    .where(eq(answers.messageId, messageId));
  const question = row?.trace.questions?.[position];
  if (!row || !question) throw notFound("answer_not_found");
  const { conversationId, seq, corrected } = row;
  const leansOnOthers = (question.carried ?? []).length > 0;
  const before = (row.trace.questions ?? []).slice(0, position).map(({ text }) => text);
  const sameMessage = leansOnOthers ? before : [];
  return { conversationId, seq, text: question.text, corrected: corrected !== null, leansOnOthers, sameMessage };
}

/** The customer's last messages before this one, oldest first. */
async function saidBefore(
  tx: Transaction,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<string[]> {
  const earlier = and(
    eq(messages.conversationId, conversationId),
    eq(messages.kind, "incoming"),
    lt(messages.seq, seq),
  );
  const rows = await tx
    .select({ text: messages.body })
    .from(messages)
    .where(earlier)
    .orderBy(desc(messages.seq))
    .limit(EARLIER_LIMIT);
  return rows.map(({ text }) => text).reverse();
}
