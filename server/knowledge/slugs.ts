import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { articles } from "@/db/schema";

const LIMIT = 80;

/** An address from a title: Latin letters and digits joined by hyphens; empty when they are the smaller part of it. */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const letters = title.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const kept = slug.replaceAll("-", "").length;
  return kept * 2 < letters ? "" : slug.slice(0, LIMIT).replace(/-+$/, "");
}

/**
 * An address nobody has for each wish, different ones; a number is added to what is taken. Two writers may be given the
 * same one: the unique index decides, and the loser's transaction fails.
 */
export async function freeSlugs(executor: Executor, wishes: readonly string[]): Promise<string[]> {
  const bases = wishes.map((wish) => wish || "article");
  const rows = await executor
    .select({ slug: articles.slug })
    .from(articles)
    .where(sql`array[${articles.slug}, regexp_replace(${articles.slug}, '-[0-9]+$', '')] && array(
      select jsonb_array_elements_text(${JSON.stringify(bases)}::jsonb))`);
  const taken = new Set(rows.map(({ slug }) => slug));
  return bases.map((base) => {
    let slug = base;
    for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
    taken.add(slug);
    return slug;
  });
}
