import type { Transaction } from "@/db/client";
import type { DraftGapInput } from "@/lib/contracts/gaps";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { lockArticle } from "@/server/knowledge/load-article";
import { saveDraftIn } from "@/server/knowledge/save-draft";
import { withTransaction } from "@/server/transaction";
import { applySuggestion } from "./apply-suggestion";
import { approvedOf, loadExtended, lockGap } from "./load-gap";
import { moveGap } from "./move-gap";
import { withFreeAddress } from "./with-free-address";

/**
 * A person wants to edit first: the suggestion is written into a draft of the article, after what somebody may be writing
 * there already; nothing is published. The gap is closed when that draft goes out.
 * @throws ServiceError not_found; conflict `gap_closed`, `gap_changed`.
 */
export async function draftGap({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: DraftGapInput;
}): Promise<{ articleId: string; version: number }> {
  const editor = requirePermission(ctx, "knowledge:write");
  return withFreeAddress(() => withTransaction(editor, (tx) => draft(tx, editor, input)));
}

async function draft(tx: Transaction, editor: ServiceContext<StaffActor>, input: DraftGapInput) {
  const gap = await lockGap(tx, input.gapId, "draft", input.version);
  const approved = approvedOf(gap, input.into);
  const { locale } = gap;
  if (approved.articleId) await lockArticle(tx, approved.articleId);
  const extended = approved.articleId ? await loadExtended(tx, approved.articleId, locale) : null;
  const text = applySuggestion(extended?.draft ?? extended?.published ?? null, approved, input.questions);
  const at = approved.articleId ? { articleId: approved.articleId } : {};
  const { articleId } = await saveDraftIn(tx, editor, { ...text, ...at, locale });
  const version = await moveGap(tx, editor, gap, "draft", { articleId });
  return { articleId, version };
}
