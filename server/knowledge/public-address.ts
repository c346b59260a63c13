import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { articles, articleVersions, categories } from "@/db/schema";
import { readableBy } from "./readable";

/** Addresses that were there lately; one that is gone since is still told by its page. */
const KEPT_MS = 60_000;
const KEPT = 2_000;
const found = new Map<string, number>();

/** Whether anybody can read something at this public address: an article or a category. */
export async function isPublicAddress(
  db: Executor,
  now: Date,
  input: { kind: "articles" | "categories"; slug: string },
): Promise<boolean> {
  const key = `${input.kind}/${input.slug}`;
  if ((found.get(key) ?? 0) > now.getTime()) return true;
  const rows = input.kind === "articles" ? await articleAt(db, now, input.slug) : await categoryAt(db, input.slug);
  if (rows.length === 0) return false;
  if (found.size >= KEPT) found.clear();
  found.set(key, now.getTime() + KEPT_MS);
  return true;
}

const articleAt = (db: Executor, now: Date, slug: string) =>
  db
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(and(eq(articles.slug, slug), readableBy({ kind: "anonymous" }, now)))
    .limit(1);

const categoryAt = (db: Executor, slug: string) =>
  db.select({ id: categories.id }).from(categories).where(eq(categories.slug, slug)).limit(1);
