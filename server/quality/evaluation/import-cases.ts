import { inArray, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { articles } from "@/db/schema";
import type { CaseOrigin, ImportCasesInput } from "@/lib/contracts/evaluation";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound, ServiceError } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { type CaseEntry, type CaseRefusal, parseCases } from "./parse-cases";
import { insertCase } from "./write-case";

/** What became of a file: how many cases are new, and which rows could not be taken and why. */
export type ImportReport = { added: number; refused: CaseRefusal[] };

/** Articles by every name a file may have for them. */
async function articlesByName(db: Database, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: articles.id, slug: articles.slug, externalId: articles.externalId })
    .from(articles)
    .where(or(inArray(articles.slug, wanted), inArray(articles.externalId, wanted), inArray(articles.id, wanted)));
  return new Map(rows.flatMap(({ id, slug, externalId }) => [slug, externalId, id].map((name) => [name ?? id, id])));
}

/** Adds cases, all of one call together: a row that cannot be taken keeps none of the others away. */
export async function addCases(
  ctx: ServiceContext,
  entries: readonly CaseEntry[],
  by: { origin: CaseOrigin; staffId: string | null },
): Promise<ImportReport> {
  const known = await articlesByName(
    ctx.db,
    entries.flatMap((entry) => entry.articles),
  );
  return withTransaction(ctx, async (tx) => {
    const report: ImportReport = { added: 0, refused: [] };
    for (const { origin, articles: names, ...entry } of entries) {
      const articleIds = names.flatMap((name) => known.get(name) ?? []);
      try {
        if (articleIds.length < names.length) throw notFound("article_not_found");
        await insertCase(tx, { ...entry, articleIds, ...by, at: ctx.now });
        report.added += 1;
      } catch (error) {
        // A refusal is found out before anything is written, so the transaction goes on.
        if (!(error instanceof ServiceError)) throw error;
        report.refused.push({ origin, reason: error.code });
      }
    }
    return report;
  });
}

/** Adds the cases of a CSV or JSON lines file to the golden set; those that are there already are refused like others. */
export async function importCases({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ImportCasesInput;
}): Promise<ImportReport> {
  const editor = requirePermission(ctx, "quality:write");
  const { entries, refused } = parseCases(input, input.locale);
  const by = { origin: "imported", staffId: editor.actor.staffId } as const;
  const report = await addCases(editor, entries, by);
  return { added: report.added, refused: [...refused, ...report.refused] };
}
