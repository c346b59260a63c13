import type { Transaction } from "@/db/client";
import type { PublishGapInput, Suggestion } from "@/lib/contracts/gaps";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { conflict, invalid } from "@/server/errors";
import { lockArticle, lockDraft } from "@/server/knowledge/load-article";
import { publishDraft } from "@/server/knowledge/publish-draft";
import { saveDraftIn } from "@/server/knowledge/save-draft";
import { withTransaction } from "@/server/transaction";
import { applySuggestion } from "./apply-suggestion";
import { approvedOf, type GapRow, loadExtended, lockGap } from "./load-gap";
import { moveGap } from "./move-gap";
import { withFreeAddress } from "./with-free-address";

/**
 * A person approves a suggestion: it is published at once, and the gap is closed by the same commit. Of two who approve at
 * once one wins.
 * @throws ServiceError not_found; conflict `gap_closed`, `gap_changed`, `article_changed` when the article says something
 * else than what was looked at, `draft_in_progress` when somebody is writing it; invalid `body_required` while nothing is
 * written yet, `nothing_chosen`.
 */
export async function publishGap({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: PublishGapInput;
}): Promise<{ articleId: string; version: number }> {
  const editor = requirePermission(ctx, "knowledge:write");
  return withFreeAddress(() => withTransaction(editor, (tx) => publish(tx, editor, input)));
}

async function publish(tx: Transaction, editor: ServiceContext<StaffActor>, input: PublishGapInput) {
  const gap = await lockGap(tx, input.gapId, "publish", input.version);
  if (gap.state !== "open") throw conflict("gap_closed");
  const approved = approvedOf(gap, input.into);
  const articleId = approved.articleId
    ? await publishExtended(tx, editor, gap, { ...approved, articleId: approved.articleId }, input)
    : await publishNew(tx, editor, gap, approved, input);
  const version = await moveGap(tx, editor, gap, "publish", { articleId });
  return { articleId, version };
}

async function publishNew(
  tx: Transaction,
  editor: ServiceContext<StaffActor>,
  { locale }: GapRow,
  suggestion: Suggestion,
  { questions, categoryId }: PublishGapInput,
): Promise<string> {
  if (suggestion.body === "") throw invalid("body_required");
  const text = applySuggestion(null, suggestion, questions);
  const { articleId } = await saveDraftIn(tx, editor, { ...text, locale, categoryId: categoryId ?? null });
  await publishDraft(tx, editor, await lockDraft(tx, articleId, locale));
  return articleId;
}

async function publishExtended(
  tx: Transaction,
  editor: ServiceContext<StaffActor>,
  { locale }: GapRow,
  suggestion: Suggestion & { articleId: string },
  { questions, articleVersionId }: PublishGapInput,
): Promise<string> {
  const { articleId } = suggestion;
  await lockArticle(tx, articleId);
  const { published, draft } = await loadExtended(tx, articleId, locale);
  if (draft) throw conflict("draft_in_progress");
  if (!published || (articleVersionId && articleVersionId !== published.id)) throw conflict("article_changed");
  const text = applySuggestion(published, suggestion, questions);
  if (text.body === published.body && text.questions.length === published.questions.length) {
    throw invalid(suggestion.kind === "passage" ? "body_required" : "nothing_chosen");
  }
  await saveDraftIn(tx, editor, { ...text, articleId, locale });
  await publishDraft(tx, editor, { ...(await lockDraft(tx, articleId, locale)), expireAt: published.expireAt });
  return articleId;
}
