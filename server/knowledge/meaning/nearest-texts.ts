import { sql } from "drizzle-orm";
import { fromBase64 } from "@/lib/crypto";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { cosine, quantise } from "./quantise";

/** An article (of a variant its general one) and how near the nearest of its texts is, as a cosine. */
export type NearArticle = { articleId: string; similarity: number };

/** Texts that differ in the fewest signs, of which the similarity is then reckoned. */
const LOOKED_AT = 60;
const ARTICLES = 8;

/**
 * The articles nearest to a vector, the nearest first: every text's signs are compared, and the similarity is reckoned of
 * the nearest 60. One statement; no index and no extension is needed. Vectors of another length are not compared.
 * @param options.except an article that is left out with its variants.
 * @param options.exceptText one text (version and place) that is left out.
 */
export async function nearestArticles(
  db: SqlExecutor,
  model: string,
  vector: readonly number[],
  { except, exceptText }: { except?: string; exceptText?: string } = {},
): Promise<NearArticle[]> {
  const { signs } = quantise(vector);
  const rows = await selectRows<{ articleId: string; vector: string }>(
    db,
    sql`
    select coalesce(a.variant_of, a.id) as "articleId", encode(p.vector, 'base64') as vector from (
      select version_id, position from passage_vectors
      where model = ${model} and length(signs) = ${signs.length}
        ${except === undefined ? sql`` : sql`and article_id not in (select id from articles where id = ${except} or variant_of = ${except})`}
        ${exceptText === undefined ? sql`` : sql`and version_id || ' ' || position <> ${exceptText}`}
      order by bit_count(signs # ${signs}::varbit), version_id, position limit ${LOOKED_AT}
    ) near join passage_vectors p using (version_id, position)
    join article_versions v on v.id = p.version_id and v.state = 'published' join articles a on a.id = p.article_id`,
  );
  const nearest = new Map<string, number>();
  for (const row of rows) {
    const bytes = new Int8Array(fromBase64(row.vector.replaceAll("\n", "")).buffer);
    const similarity = cosine(vector, bytes);
    if (similarity > (nearest.get(row.articleId) ?? -1)) nearest.set(row.articleId, similarity);
  }
  return [...nearest]
    .map(([articleId, similarity]) => ({ articleId, similarity }))
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, ARTICLES);
}
