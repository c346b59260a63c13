import { inArray, like, or } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { articles } from "@/db/schema";

const LIMIT = 80;

/** An address from a title: Latin letters and digits joined by hyphens; empty when the title has none. */
export function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LIMIT)
    .replace(/^-+|-+$/g, "");
}

/**
 * An address nobody has, from the first usable wish; a number is added when it is taken. Two writers may be given the
 * same one: the unique index decides, and the loser's transaction fails.
 * @param taken addresses promised earlier in the same batch; the answer is added.
 */
export async function freeSlugs(executor: Executor, wishes: readonly string[]): Promise<string[]> {
  const bases = wishes.map((wish) => wish || "article");
  const taken = new Set<string>();
  for (let at = 0; at < bases.length; at += 500) {
    const some = [...new Set(bases.slice(at, at + 500))];
    const rows = await executor
      .select({ slug: articles.slug })
      .from(articles)
      .where(
        or(
          inArray(articles.slug, some),
          ...(some.length < 50 ? some.map((base) => like(articles.slug, `${base}-%`)) : []),
        ),
      );
    for (const { slug } of rows) taken.add(slug);
  }
  return bases.map((base) => {
    let slug = base;
    for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
    taken.add(slug);
    return slug;
  });
}
