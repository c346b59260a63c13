import { inArray } from "drizzle-orm";
import { articles } from "@/db/schema";
import { CASES_LIMIT } from "@/lib/contracts/evaluation";
import { requirePermission, type ServiceContext } from "@/server/context";
import { csvText } from "./csv-rows";
import { readCases } from "./list-cases";

const HEAD = ["question", "locale", "earlier", "expected", "articles", "note", "outcome", "confidence", "found"];

/** The whole golden set as CSV, as the import reads it, with what became of each case in the newest run. */
export async function exportCases({ ctx }: { ctx: ServiceContext }): Promise<{ csv: string }> {
  const reader = requirePermission(ctx, "quality:read");
  const cases = await readCases(reader, {}, CASES_LIMIT);
  const wanted = [...new Set(cases.flatMap(({ accepted }) => accepted.map(({ articleId }) => articleId)))];
  const rows =
    wanted.length > 0
      ? await reader.db
          .select({ id: articles.id, slug: articles.slug })
          .from(articles)
          .where(inArray(articles.id, wanted))
      : [];
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  const lines = cases.map(({ question, locale, earlier, expected, accepted, note, result }) => [
    question,
    locale,
    earlier.join("|"),
    expected,
    accepted.map(({ articleId }) => slugs.get(articleId) ?? articleId).join("|"),
    note,
    result?.outcome ?? "",
    result ? String(Math.round(result.confidence * 1000) / 1000) : "",
    result?.found.articles.map(({ title }) => title).join("|") ?? "",
  ]);
  return { csv: csvText([HEAD, ...lines]) };
}
