import { sql } from "drizzle-orm";
import type { EndpointUse } from "@/lib/contracts/answer-trace";
import { askEndpoint } from "@/server/ai/ask-endpoint";
import { embeddingModel, embedTexts } from "@/server/ai/embed-texts";
import { type SqlExecutor, selectRows } from "@/server/sql";
import type { Recognised } from "../ranking/rank-input";
import { likelihoods } from "./likelihood";
import { nearestArticles } from "./nearest-texts";

/** What texts mean, one list of likely articles a text; empty lists, and why, when the endpoint was of no use. */
export type SearchedMeaning = { near: Recognised[][]; use: EndpointUse | null };

/**
 * Which articles mean what each text says, by the configured embedding model. One call for all texts, given up after
 * 300 ms; without a model nothing is asked. Runs on the edge, never throws for the endpoint's sake.
 */
export async function searchMeaning(db: SqlExecutor, texts: readonly string[]): Promise<SearchedMeaning> {
  const model = embeddingModel();
  if (!model) return { near: texts.map(() => []), use: null };
  const { reply, use } = await askEndpoint({ kind: "embedding", model }, (signal) =>
    embedTexts(texts, { signal, retries: 0 }),
  );
  if (!reply) return { near: texts.map(() => []), use };
  const [known] = await selectRows<{ calibration: number[] | null; dimensions: number }>(
    db,
    sql`select calibration, dimensions from embedding_models where model = ${model}`,
  );
  if (known && known.dimensions !== reply[0]?.length) {
    return { near: texts.map(() => []), use: { ...use, failure: "garbage" } };
  }
  const near = reply.map(async (vector) =>
    known ? likelihoods(await nearestArticles(db, model, vector), known.calibration) : [],
  );
  return { near: await Promise.all(near), use };
}
