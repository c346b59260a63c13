import { eq, sql } from "drizzle-orm";
import { embeddingModels } from "@/db/schema";
import type { EndpointFailure } from "@/lib/contracts/answer-trace";
import { embeddingModel } from "@/server/ai/embed-texts";
import { rerankModel } from "@/server/ai/rerank-texts";
import { requirePermission, type ServiceContext } from "@/server/context";
import { selectRows } from "@/server/sql";
import { waitingForVectors } from "./waiting";

/** Further endpoints that looking up may ask: which models, and how many published texts are not embedded yet. */
export type MeaningProgress = {
  embedding: { model: string; waiting: number; failure: EndpointFailure | null } | null;
  rerank: string | null;
};

/** What is configured of embeddings and ranking, and how far embedding is. For administrators. */
export async function getEmbeddingProgress({ ctx }: { ctx: ServiceContext }): Promise<MeaningProgress> {
  const { db } = requirePermission(ctx, "settings:manage");
  const model = embeddingModel();
  const rerank = rerankModel();
  if (!model) return { embedding: null, rerank };
  const [known] = await db.select().from(embeddingModels).where(eq(embeddingModels.model, model));
  const [row] = await selectRows<{ count: number }>(
    db,
    sql`select count(*)::int as count from (${waitingForVectors(model)}) w`,
  );
  return { embedding: { model, waiting: row?.count ?? 0, failure: known?.failure ?? null }, rerank };
}
