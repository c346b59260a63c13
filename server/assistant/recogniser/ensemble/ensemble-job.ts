import { and, eq, isNull } from "drizzle-orm";
import { recognisers } from "@/db/schema";
import { fromBase64, hashToken, toBase64 } from "@/lib/crypto";
import { isLocale, type Locale } from "@/lib/i18n";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { readSettings } from "@/server/settings/get-settings";
import { cleanExamples } from "../clean-examples";
import { decodeRecogniser } from "../encode-recogniser";
import { loadTaught } from "../load-examples";
import { runFor, type Steps } from "../steps";
import { encodeEnsemble } from "./encode-ensemble";
import type { Ensemble } from "./ensemble";
import { ensembleSteps } from "./train-ensemble";

export const TRAIN_ENSEMBLE_JOB = "assistant.train_ensemble";

/** Stands in place of a version where a recogniser needs no second opinion. */
export const NO_ENSEMBLE = "none";

/** A process trains this long at a time; other jobs come between. */
const SLICE_MS = 2_000;

/** What this process is training, by language, and for which recogniser. */
const underWay = new Map<Locale, { version: string; steps: Steps<Ensemble | null> }>();

/** The language's recogniser, as long as it waits for a second opinion. */
const waiting = (locale: Locale) => and(eq(recognisers.locale, locale), isNull(recognisers.ensembleVersion));

const isSwitchedOn = async ({ db }: Pick<JobContext, "db">): Promise<boolean> =>
  (await readSettings(db, "assistant")).value.strongerRecogniser;

/** Has a second opinion trained for every recogniser in force that waits for one, where that is switched on. */
export async function queueEnsembles(ctx: JobContext): Promise<void> {
  const rows = await ctx.db
    .select({ locale: recognisers.locale })
    .from(recognisers)
    .where(isNull(recognisers.ensembleVersion));
  if (rows.length === 0 || !(await isSwitchedOn(ctx))) return;
  for (const { locale } of rows) await enqueueJob(ctx.db, TRAIN_ENSEMBLE_JOB, { locale }, { key: locale });
}

/** After a setting was saved: it may have switched second opinions on. */
export const trainOnSettings: Listener = async (ctx, { entityId }) => {
  if (entityId === "assistant") await queueEnsembles(ctx);
};

/**
 * Gets on with the second opinion for a language's recogniser in force, and stores it once it is complete. Progress is
 * kept by this process: another one begins anew, and so does everybody once the recogniser is replaced.
 * @returns whether there is more to do.
 */
export async function trainEnsemble(ctx: JobContext, locale: Locale, milliseconds: number): Promise<boolean> {
  const [row] = await ctx.db.select({ version: recognisers.version }).from(recognisers).where(waiting(locale));
  if (!row || !(await isSwitchedOn(ctx))) {
    underWay.delete(locale);
    return false;
  }
  if (underWay.get(locale)?.version !== row.version) await begin(ctx, locale);
  const work = underWay.get(locale);
  if (!work) return false;
  const { done, value } = await runFor(work.steps, milliseconds);
  if (!done) return true;
  underWay.delete(locale);
  await store(ctx, locale, work.version, value);
  return false;
}

async function begin(ctx: JobContext, locale: Locale): Promise<void> {
  const { version, model } = recognisers;
  const [row] = await ctx.db.select({ version, model }).from(recognisers).where(waiting(locale));
  underWay.delete(locale);
  if (!row) return;
  const taught = await loadTaught(ctx.db, locale, ctx.now);
  const examples = cleanExamples(taught.examples, locale, ctx.now);
  const steps = ensembleSteps(examples, decodeRecogniser(fromBase64(row.model)));
  underWay.set(locale, { version: row.version, steps });
}

async function store(ctx: JobContext, locale: Locale, version: string, made: Ensemble | null): Promise<void> {
  const ensemble = made && toBase64(encodeEnsemble(made));
  const ensembleVersion = ensemble ? (await hashToken(ensemble)).slice(0, 22) : NO_ENSEMBLE;
  await ctx.db
    .update(recognisers)
    .set({ ensemble, ensembleVersion })
    .where(and(waiting(locale), eq(recognisers.version, version)));
}

/** The job: trains for a while and calls itself again until the second opinion is in force. */
export const trainEnsembleJob: JobHandler = async (ctx, { locale }) => {
  if (!isLocale(locale)) return;
  if (await trainEnsemble(ctx, locale, SLICE_MS)) {
    await enqueueJob(ctx.db, TRAIN_ENSEMBLE_JOB, { locale }, { key: locale });
  }
};
