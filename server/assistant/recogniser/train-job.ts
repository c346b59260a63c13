import { eq, sql } from "drizzle-orm";
import { recognisers } from "@/db/schema";
import { hashToken, toBase64 } from "@/lib/crypto";
import { isLocale, LOCALES, type Locale } from "@/lib/i18n";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { cleanExamples } from "./clean-examples";
import { encodeRecogniser, FORMAT } from "./encode-recogniser";
import { NO_ENSEMBLE, queueEnsembles } from "./ensemble/ensemble-job";
import { isTaughtEnough } from "./ensemble/taught-enough";
import { loadAsked, loadTaught } from "./load-examples";
import { selfTrainingSteps } from "./self-train";
import { runPolitely } from "./steps";
import { withoutPersons } from "./without-persons";

export const TRAIN_RECOGNISER_JOB = "assistant.train_recogniser";

/** Whether a stored model is what was stored: one that is not can be read by nobody. */
const INTACT = sql<boolean>`left(encode(sha256(convert_to(${recognisers.model}, 'UTF8')), 'hex'), 22) = ${recognisers.version}`;

/**
 * Brings a language's recogniser up to date with the knowledge base. Nothing is trained while knowledge and what was
 * learnt from people are the same; questions without a label are learnt from when it is trained anyway. Other work of the
 * process goes on meanwhile. Two at once are harmless: both see what is committed, the later one stays.
 * @returns whether it trained.
 */
export async function trainInLocale(ctx: JobContext, locale: Locale): Promise<boolean> {
  const taught = await loadTaught(ctx.db, locale, ctx.now);
  const source = `${FORMAT}.${await hashToken(JSON.stringify(taught))}`;
  const [current] = await ctx.db
    .select({ source: recognisers.source, intact: INTACT })
    .from(recognisers)
    .where(eq(recognisers.locale, locale));
  if (current?.intact && current.source === source) return false;
  const examples = cleanExamples(taught.examples, locale, ctx.now);
  const asked = (await loadAsked(ctx.db, locale)).map((text) => withoutPersons(text, locale, ctx.now));
  const recogniser = await runPolitely(selfTrainingSteps(examples, asked, taught.decided));
  const model = toBase64(encodeRecogniser(recogniser));
  const row = {
    version: (await hashToken(model)).slice(0, 22),
    source,
    model,
    ensemble: null,
    ensembleVersion: isTaughtEnough(recogniser) ? null : NO_ENSEMBLE,
    phrasings: recogniser.phrasings,
    labels: recogniser.labels.length,
    trials: recogniser.trials,
    trainedAt: ctx.now,
  };
  await ctx.db
    .insert(recognisers)
    .values({ locale, ...row })
    .onConflictDoUpdate({ target: recognisers.locale, set: row });
  return true;
}

/** The job: trains the language it names; what it makes is in force before a second opinion for it is trained. */
export const trainRecogniserJob: JobHandler = async (ctx, { locale }) => {
  if (isLocale(locale)) await trainInLocale(ctx, locale);
  await queueEnsembles(ctx);
};

/** The sweep: catches what no event told of, such as an article that expired or a new format. */
export async function refreshRecognisers(ctx: JobContext): Promise<void> {
  for (const locale of LOCALES) await trainInLocale(ctx, locale);
  await queueEnsembles(ctx);
}
