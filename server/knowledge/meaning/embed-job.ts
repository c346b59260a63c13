import { eq, sql } from "drizzle-orm";
import { articleVersions, chunks, embeddingModels } from "@/db/schema";
import { toBase64 } from "@/lib/crypto";
import { embeddingModel, embedTexts } from "@/server/ai/embed-texts";
import { endpointFailure, UnusableReply } from "@/server/ai/endpoint-failure";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { selectRows } from "@/server/sql";
import { calibrateMeaning } from "./calibrate-meaning";
import { embeddedTexts } from "./embedded-texts";
import { quantise } from "./quantise";
import { waitingForVectors } from "./waiting";

export const EMBED_JOB = "knowledge.embed";

/** Articles sent at a time, how long the endpoint may take for them, and how long one job goes on before others have their turn. */
const BATCH = 16;
const PATIENCE_MS = 60_000;
const TURN_MS = 5_000;
const DAY_MS = 86_400_000;
/** Publications that come together are embedded together. */
const SETTLES_MS = 2_000;

/** After a publication: has what is new embedded, where a model is configured. */
export const embedOnPublication: Listener = async (ctx, event) => {
  if (!embeddingModel()) return;
  await enqueueJob(ctx.db, EMBED_JOB, {}, { runAt: new Date(event.at.getTime() + SETTLES_MS), key: "all" });
};

/** The sweep: notices that a model was configured or changed, and goes on after an endpoint was away for long. */
export async function embedWhatWaits(ctx: JobContext): Promise<void> {
  const model = embeddingModel();
  if (!model) return;
  const [waiting] = await selectRows(ctx.db, sql`${waitingForVectors(model)} limit 1`);
  const [known] = await ctx.db.select().from(embeddingModels).where(eq(embeddingModels.model, model));
  if (waiting || !known?.calibration) await enqueueJob(ctx.db, EMBED_JOB, {}, { key: "all" });
}

/**
 * The job: embeds published texts that have no vector of the configured model yet, a few articles at a time, and then
 * measures how much its similarities tell. What fails is tried again later, after growing pauses.
 */
export const embedJob: JobHandler = async (ctx) => {
  const model = embeddingModel();
  if (!model) return;
  try {
    const until = Date.now() + TURN_MS;
    while (await embedSome(ctx, model)) {
      if (Date.now() < until) continue;
      await enqueueJob(ctx.db, EMBED_JOB, {}, { key: "more" });
      return;
    }
    await finish(ctx, model);
  } catch (error) {
    await ctx.db
      .update(embeddingModels)
      .set({ failure: endpointFailure(error) })
      .where(eq(embeddingModels.model, model));
    throw error;
  }
};

/** @returns whether there was anything to embed. */
async function embedSome(ctx: JobContext, model: string): Promise<boolean> {
  const waiting = await selectRows<{ id: string }>(
    ctx.db,
    sql`${waitingForVectors(model)} order by v.id limit ${BATCH}`,
  );
  if (waiting.length === 0) return false;
  const texts = (await Promise.all(waiting.map(({ id }) => textsOf(ctx, id)))).flat();
  const vectors = await embedTexts(
    texts.map(({ text }) => text),
    { signal: AbortSignal.timeout(PATIENCE_MS), retries: 2 },
  );
  await noteDimensions(ctx, model, vectors[0]?.length ?? 0);
  const rows = texts.map(({ text: _text, ...place }, at) => {
    const { signs, bytes } = quantise(vectors[at] ?? []);
    return { ...place, signs, vector: toBase64(new Uint8Array(bytes.buffer)) };
  });
  await ctx.db.execute(sql`
    insert into passage_vectors (version_id, position, article_id, model, signs, vector)
    select r."versionId", r.position, r."articleId", ${model}, r.signs::varbit, decode(r.vector, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("versionId" text, position int, "articleId" text, signs text, vector text)
    join article_versions v on v.id = r."versionId"
    on conflict (version_id, position) do update
      set model = excluded.model, signs = excluded.signs, vector = excluded.vector`);
  return true;
}

async function textsOf(ctx: JobContext, versionId: string) {
  const [version] = await ctx.db.select().from(articleVersions).where(eq(articleVersions.id, versionId));
  if (!version) return [];
  const passages = await ctx.db.select().from(chunks).where(eq(chunks.versionId, versionId)).orderBy(chunks.position);
  const { articleId } = version;
  return embeddedTexts({ ...version, chunks: passages }).map((text, position) => ({
    versionId,
    articleId,
    position,
    text,
  }));
}

/** A model's vectors are all of one length; the first ones say which. @throws UnusableReply for others. */
async function noteDimensions(ctx: JobContext, model: string, dimensions: number): Promise<void> {
  const fresh = { model, dimensions, updatedAt: ctx.now };
  await ctx.db.insert(embeddingModels).values(fresh).onConflictDoNothing();
  const [known] = await ctx.db.select().from(embeddingModels).where(eq(embeddingModels.model, model));
  if (known?.dimensions !== dimensions) throw new UnusableReply("Vectors of another length");
}

/** Drops vectors that are of no use any more, and measures the others, once a day at most. */
async function finish(ctx: JobContext, model: string): Promise<void> {
  await ctx.db.execute(sql`
    delete from passage_vectors p where p.model <> ${model}
      or exists (select 1 from article_versions v where v.id = p.version_id and v.state <> 'published')`);
  const ofModel = eq(embeddingModels.model, model);
  const [known] = await ctx.db.select().from(embeddingModels).where(ofModel);
  const fresh = known?.calibration && ctx.now.getTime() - known.updatedAt.getTime() < DAY_MS;
  const measured = fresh ? {} : { calibration: await calibrateMeaning(ctx.db, model), updatedAt: ctx.now };
  await ctx.db
    .update(embeddingModels)
    .set({ failure: null, ...measured })
    .where(ofModel);
}
