import { desc, eq } from "drizzle-orm";
import { articles, conversations, gapQuestions, gaps, staff } from "@/db/schema";
import type { GapSource, Suggestion } from "@/lib/contracts/gaps";
import { roleMay } from "@/lib/contracts/permissions";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { retrieve } from "@/server/knowledge/retrieve";
import { type ArticleText, applySuggestion } from "./apply-suggestion";
import { type GapRow, loadExtended } from "./load-gap";

/** Questions shown, the newest first; what a customer repeated is shown once. */
const SHOWN = 30;

type AskedQuestion = {
  id: string;
  text: string;
  source: GapSource;
  askedAt: Date;
  /** Null for those who may not read conversations. */
  conversation: { id: string; number: number } | null;
};

/** The article a suggestion extends: what it says, and whether somebody is writing it. */
type Extended = { id: string; versionId: string; text: ArticleText; beingWritten: boolean };

type Nearest = { articleId: string; title: string; confidence: number; categoryId: string | null };

type GapDetail = Omit<GapRow, "suggestion" | "settledUntil" | "suggestedAt" | "cost" | "closedBy"> & {
  suggestion: Suggestion | null;
  asked: AskedQuestion[];
  closedBy: string | null;
  extended: Extended | null;
  /** What the article will say; null when it is gone. */
  after: ArticleText | null;
  /** What the assistant finds for it now, 0–1 sure. */
  nearest: Nearest | null;
};

/** A suggestion with everything it is judged by. @throws ServiceError not_found `gap_not_found`. */
export async function getGap({ ctx, input }: { ctx: ServiceContext; input: { gapId: string } }): Promise<GapDetail> {
  const reader = requirePermission(ctx, "knowledge:write");
  const [row] = await reader.db
    .select({ gap: gaps, closedBy: staff.name })
    .from(gaps)
    .leftJoin(staff, eq(staff.id, gaps.closedBy))
    .where(eq(gaps.id, input.gapId));
  if (!row || row.gap.state === "gathering") throw notFound("gap_not_found");
  const { settledUntil: _settled, suggestedAt: _suggested, cost: _cost, ...gap } = row.gap;
  const extended = await extendedBy(reader, row.gap);
  const orphaned = gap.suggestion?.articleId != null && !extended;
  return {
    ...gap,
    closedBy: row.closedBy,
    asked: await askedIn(reader, gap.id, roleMay(reader.actor.role, "conversations:read")),
    extended,
    after: gap.suggestion && !orphaned ? applySuggestion(extended?.text ?? null, gap.suggestion) : null,
    nearest: await nearestTo(reader, row.gap),
  };
}

async function askedIn({ db }: ServiceContext, gapId: string, linked: boolean): Promise<AskedQuestion[]> {
  const rows = await db
    .select({
      id: gapQuestions.id,
      text: gapQuestions.text,
      source: gapQuestions.source,
      askedAt: gapQuestions.askedAt,
      conversation: { id: conversations.id, number: conversations.number },
    })
    .from(gapQuestions)
    .innerJoin(conversations, eq(conversations.id, gapQuestions.conversationId))
    .where(eq(gapQuestions.gapId, gapId))
    .orderBy(desc(gapQuestions.askedAt), desc(gapQuestions.id))
    .limit(SHOWN);
  const seen = new Set<string>();
  const once = rows.filter(({ text, conversation: { id } }) => !seen.has(`${id} ${text}`) && seen.add(`${id} ${text}`));
  return linked ? once : once.map((question) => ({ ...question, conversation: null }));
}

async function extendedBy({ db }: ServiceContext, { suggestion, locale }: GapRow): Promise<Extended | null> {
  if (!suggestion?.articleId) return null;
  const { published, draft } = await loadExtended(db, suggestion.articleId, locale);
  if (!published) return null;
  const { id: versionId, title, questions, body } = published;
  return { id: suggestion.articleId, versionId, text: { title, questions, body }, beingWritten: draft !== null };
}

async function nearestTo({ db, now }: ServiceContext, { title, locale }: GapRow): Promise<Nearest | null> {
  const [best] = await retrieve({ db, query: title, locale, limit: 1, now });
  if (!best || best.locale !== locale) return null;
  const [article] = await db
    .select({ categoryId: articles.categoryId })
    .from(articles)
    .where(eq(articles.id, best.articleId));
  const { articleId, confidence } = best;
  return { articleId, title: best.title, confidence, categoryId: article?.categoryId ?? null };
}
