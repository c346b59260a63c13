import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, articleVersions, indexEntries, postings } from "@/db/schema";
import type { SaveDraftInput } from "@/lib/contracts/knowledge";
import { LOCALES } from "@/lib/i18n";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { violatedConstraint, withTransaction } from "@/server/transaction";
import { lockIndex } from "./index-statistics";
import { type ArticleRow, findDraft, lockArticle } from "./load-article";
import { freeSlugs, slugOf } from "./slugs";
import { followGeneral, refuseOwnPlace, sharedWith } from "./variants/place-in-family";

/** `versionId` null and `revision` 0: no draft was needed, only the article's own facts were saved. */
type SavedDraft = { articleId: string; slug: string; versionId: string | null; number: number; revision: number };

/**
 * Saves what an editor has written so far; nobody else sees it until it is published. Without `articleId` a new article
 * begins. Title and body may still be empty. Address, category and audience belong to the article and hold at once; saved
 * with the published text as it is, they begin no draft.
 * A variant is where its general article is and read by whom that is read by.
 * @throws ServiceError conflict `draft_changed` when another save came between, `slug_taken`, `has_variants`; invalid
 * `variant_of_variant`, `variant_follows`; not_found.
 */
export async function saveDraft({ ctx, input }: { ctx: ServiceContext; input: SaveDraftInput }): Promise<SavedDraft> {
  const editor = requirePermission(ctx, "knowledge:write");
  try {
    return await withTransaction(editor, (tx) => saveDraftIn(tx, editor, input));
  } catch (error) {
    if (violatedConstraint(error) === "articles_slug_key") throw conflict("slug_taken");
    throw error;
  }
}

/** The same, as a part of what another verb does. */
export async function saveDraftIn(
  tx: Transaction,
  editor: ServiceContext<StaffActor>,
  input: SaveDraftInput,
): Promise<SavedDraft> {
  const article = input.articleId
    ? await updateArticle(tx, await lockArticle(tx, input.articleId), input)
    : await insertArticle(tx, editor, input);
  const draft = await findDraft(tx, article.id, input.locale);
  if (input.revision !== undefined && input.revision !== (draft?.revision ?? 0)) throw conflict("draft_changed");
  const { id: articleId, slug } = article;
  const inForce = !draft && hasFacts(input) ? await sameAsPublished(tx, articleId, input) : undefined;
  if (inForce) return { articleId, slug, versionId: null, number: inForce.number, revision: 0 };
  const saved = draft
    ? await updateDraft(tx, editor, draft.id, input)
    : await insertDraft(tx, editor, article.id, input);
  if (!draft) {
    await emitEvent(tx, editor, {
      name: "article.saved",
      entityId: article.id,
      data: { locale: input.locale, versionId: saved.id },
    });
  }
  const { id: versionId, number, revision } = saved;
  return { articleId, slug, versionId, number, revision };
}

const FACTS = [
  "kind",
  "slug",
  "categoryId",
  "audience",
  "ownerId",
  "popularPosition",
  "variantOf",
  "appliesTo",
  "products",
  "moment",
] as const;
const hasFacts = (input: SaveDraftInput): boolean => FACTS.some((name) => input[name] !== undefined);

/** The published version, if the text is word for word what it says. */
async function sameAsPublished(tx: Transaction, articleId: string, input: SaveDraftInput) {
  const { locale, title, questions, body } = input;
  const [row] = await tx
    .select()
    .from(articleVersions)
    .where(
      and(
        eq(articleVersions.articleId, articleId),
        eq(articleVersions.locale, locale),
        eq(articleVersions.state, "published"),
      ),
    );
  const same = row?.title === title && row.body === body && JSON.stringify(row.questions) === JSON.stringify(questions);
  return same ? row : undefined;
}

async function insertArticle(
  tx: Transaction,
  editor: ServiceContext<StaffActor>,
  input: SaveDraftInput,
): Promise<ArticleRow> {
  const [slug = ""] = await freeSlugs(tx, [input.slug ?? slugOf(input.title)]);
  const shared = input.variantOf ? await sharedWith(tx, input.variantOf, null) : {};
  const [row] = await tx
    .insert(articles)
    .values({
      kind: input.kind,
      slug,
      categoryId: input.categoryId,
      audience: input.audience,
      ownerId: input.ownerId ?? editor.actor.staffId,
      popularPosition: input.popularPosition,
      appliesTo: input.appliesTo,
      products: input.products,
      moment: input.moment,
      ...shared,
    })
    .returning();
  if (!row) throw new Error("Article not stored");
  return row;
}

async function updateArticle(tx: Transaction, article: ArticleRow, input: SaveDraftInput): Promise<ArticleRow> {
  refuseOwnPlace(article, input);
  const changes = FACTS.map((name) => [name, input[name]] as const).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(article[name]),
  );
  if (changes.length === 0) return article;
  const joins = input.variantOf && input.variantOf !== article.variantOf;
  const shared = joins ? await sharedWith(tx, input.variantOf ?? "", article.id) : {};
  const [row] = await tx
    .update(articles)
    .set({ ...Object.fromEntries(changes), ...shared })
    .where(eq(articles.id, article.id))
    .returning();
  if (!row) throw new Error("Article not stored");
  if (row.audience !== article.audience) await moveAudience(tx, row);
  await followGeneral(tx, article, row);
  return row;
}

/** The index repeats the audience in each posting, so that a query never reads another audience's. */
async function moveAudience(tx: Transaction, { id, audience }: ArticleRow): Promise<void> {
  for (const locale of LOCALES) await lockIndex(tx, locale);
  await tx.update(indexEntries).set({ audience }).where(eq(indexEntries.articleId, id));
  await tx
    .update(postings)
    .set({ audience })
    .where(sql`${postings.entryId} in (select id from index_entries where article_id = ${id})`);
}

async function updateDraft(
  tx: Transaction,
  { actor }: ServiceContext<StaffActor>,
  versionId: string,
  { title, questions, body }: SaveDraftInput,
) {
  const [row] = await tx
    .update(articleVersions)
    .set({ title, questions, body, authorId: actor.staffId, revision: sql`${articleVersions.revision} + 1` })
    .where(eq(articleVersions.id, versionId))
    .returning();
  if (!row) throw new Error("Draft not stored");
  return row;
}

async function insertDraft(
  tx: Transaction,
  { actor }: ServiceContext<StaffActor>,
  articleId: string,
  { locale, title, questions, body }: SaveDraftInput,
) {
  const [row] = await tx
    .insert(articleVersions)
    .values({
      articleId,
      locale,
      title,
      questions,
      body,
      authorId: actor.staffId,
      number: await nextNumber(tx, articleId, locale),
    })
    .returning();
  if (!row) throw new Error("Draft not stored");
  return row;
}

/** The number of the next version of a locked article. */
export async function nextNumber(
  tx: Transaction,
  articleId: string,
  locale: SaveDraftInput["locale"],
): Promise<number> {
  const [row] = await tx
    .select({ number: sql<number>`coalesce(max(${articleVersions.number}), 0)::int + 1` })
    .from(articleVersions)
    .where(and(eq(articleVersions.articleId, articleId), eq(articleVersions.locale, locale)));
  return row?.number ?? 1;
}
