import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { fromBase64 } from "@/lib/crypto";
import { fitLogistic } from "@/server/assistant/recogniser/logistic";
import { selectRows } from "@/server/sql";
import { ASSUMED, nearEvidence } from "./likelihood";
import { nearestArticles } from "./nearest-texts";

/** Questions it is tried with, twice each; how many observations the assumption is worth; which may only speak for. */
const TRIED = 60;
const STRENGTH = 20;
const SPEAKS_FOR = 2;

type Tried = { versionId: string; position: number; articleId: string; vector: string };

/**
 * How sure a model's similarities make, measured on the knowledge base itself: each of some questions looks for its
 * article without itself, and then with its whole article hidden, as a question that nothing answers.
 */
export async function calibrateMeaning(db: Executor, model: string): Promise<number[]> {
  const questions = await selectRows<Tried>(
    db,
    sql`
    select p.version_id as "versionId", p.position, coalesce(a.variant_of, a.id) as "articleId", encode(p.vector, 'base64') as vector
    from passage_vectors p join article_versions v on v.id = p.version_id and v.state = 'published' join articles a on a.id = p.article_id
    where p.model = ${model} and p.position <= jsonb_array_length(v.questions)
    order by hashtext(p.version_id), p.position limit ${TRIED}`,
  );
  const inputs: Float64Array[] = [];
  const outcomes: number[] = [];
  for (const { versionId, position, articleId, vector } of questions) {
    const own = Array.from(new Int8Array(fromBase64(vector.replaceAll("\n", "")).buffer));
    for (const left of [{ exceptText: `${versionId} ${position}` }, { except: articleId }]) {
      const near = await nearestArticles(db, model, own, left);
      if (near.length < 2) continue;
      inputs.push(nearEvidence(near));
      outcomes.push(near[0]?.articleId === articleId ? 1 : 0);
    }
  }
  return [...fitLogistic(inputs, outcomes, ASSUMED, STRENGTH, SPEAKS_FOR)];
}
