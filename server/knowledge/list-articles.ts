import { and, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { articles, articleVersions, staff } from "@/db/schema";
import type { AppliesTo } from "@/lib/contracts/circumstances";
import type { ArticleKind, Audience, ListArticlesInput, VersionState } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { versionsFor } from "./readable";

type ListedArticle = {
  id: string;
  slug: string;
  kind: ArticleKind;
  audience: Audience;
  categoryId: string | null;
  owner: string | null;
  popularPosition: number | null;
  /** The general article this is a variant of; it stands right before its variants. */
  variantOf: string | null;
  appliesTo: AppliesTo;
  /** The draft's title in the asked language, else the published one's, else another language's. */
  title: string;
  /** Every language with the states it has, such as `["published", "draft"]`. */
  states: Partial<Record<Locale, VersionState[]>>;
  updatedAt: Date;
  /** Who wrote what is shown; null when the person is gone or the text was imported. */
  author: string | null;
};

/** Newest families first; in each the general article before its variants, which have a larger mark after the same id. */
const PLACE = sql<string>`(coalesce(${articles.variantOf}, ${articles.id}) || case when ${articles.variantOf} is null
  then ' ~' else ' ' || ${articles.id} end) collate "C"`;

/**
 * Every article for its editors, newest first and variants below their general article, by keyset: pass `next` as
 * `cursor`. `text` looks in titles and the external id. Who may not write knowledge sees what is published, nothing else.
 */
export async function listArticles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListArticlesInput;
}): Promise<{ articles: ListedArticle[]; next: string | null }> {
  const reader = requirePermission(ctx, "knowledge:read");
  const rows = await reader.db
    .select({
      id: articles.id,
      slug: articles.slug,
      kind: articles.kind,
      audience: articles.audience,
      categoryId: articles.categoryId,
      owner: staff.name,
      popularPosition: articles.popularPosition,
      variantOf: articles.variantOf,
      appliesTo: articles.appliesTo,
      place: PLACE,
    })
    .from(articles)
    .leftJoin(staff, eq(staff.id, articles.ownerId))
    .where(and(...filters(input, versionsFor(reader.actor))))
    .orderBy(desc(PLACE))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const versions = await currentVersions(
    reader,
    page.map(({ id }) => id),
  );
  return {
    articles: page.map(({ place: _place, ...row }) => ({
      ...row,
      ...headlinesOf(versions.get(row.id) ?? [], input.locale),
    })),
    next: rows.length > input.limit ? (page.at(-1)?.place ?? null) : null,
  };
}

/** @param visible which versions count; an article without any is left out. */
function filters(
  { cursor, categoryId, state, text, locale }: ListArticlesInput,
  visible: SQL | undefined,
): (SQL | undefined)[] {
  const pattern = text && `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const versionWhere = (condition: SQL | undefined) =>
    sql`exists (select 1 from ${articleVersions} where ${articleVersions.articleId} = ${articles.id} and ${and(condition, visible)})`;
  return [
    visible && versionWhere(visible),
    cursor ? sql`${PLACE} < ${cursor} collate "C"` : undefined,
    categoryId ? eq(articles.categoryId, categoryId) : undefined,
    state ? versionWhere(and(eq(articleVersions.state, state), eq(articleVersions.locale, locale))) : undefined,
    pattern
      ? or(
          ilike(articles.externalId, pattern),
          versionWhere(and(sql`${articleVersions.state} <> 'archived'`, ilike(articleVersions.title, pattern))),
        )
      : undefined,
  ];
}

type Headline = {
  articleId: string;
  locale: Locale;
  state: VersionState;
  title: string;
  updatedAt: Date;
  author: string | null;
};

async function currentVersions(
  { db, actor }: ServiceContext<StaffActor>,
  ids: string[],
): Promise<Map<string, Headline[]>> {
  const rows = await db
    .select({
      articleId: articleVersions.articleId,
      locale: articleVersions.locale,
      state: articleVersions.state,
      title: articleVersions.title,
      updatedAt: articleVersions.updatedAt,
      author: staff.name,
    })
    .from(articleVersions)
    .leftJoin(staff, eq(staff.id, articleVersions.authorId))
    .where(and(inArray(articleVersions.articleId, ids), versionsFor(actor)))
    .orderBy(desc(articleVersions.number));
  return Map.groupBy(rows, ({ articleId }) => articleId);
}

function headlinesOf(
  versions: readonly Headline[],
  locale: Locale,
): Pick<ListedArticle, "title" | "states" | "updatedAt" | "author"> {
  const states: ListedArticle["states"] = {};
  for (const version of versions) {
    const known = states[version.locale] ?? [];
    if (!known.includes(version.state)) states[version.locale] = [...known, version.state];
  }
  const titled = versions.filter(({ title, state }) => title && state !== "archived");
  const shown = titled.find((version) => version.locale === locale) ?? titled[0] ?? versions[0];
  return {
    states,
    title: shown?.title ?? "",
    updatedAt: shown?.updatedAt ?? new Date(0),
    author: shown?.author ?? null,
  };
}
