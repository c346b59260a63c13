import { isLocale, LOCALES } from "@/lib/i18n";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import { TRAIN_RECOGNISER_JOB } from "./train-job";

/** Changes that come together are learnt together. */
const SETTLES_MS = 2_000;
const JUDGED_SETTLES_MS = 600_000;

/** After an article was published or taken back: trains its language, once for all changes of the same moment. */
export const retrainOnArticle: Listener = async (ctx, event) => {
  const { locale } = event.data;
  if (!isLocale(locale)) return;
  const runAt = new Date(event.at.getTime() + SETTLES_MS);
  await enqueueJob(ctx.db, TRAIN_RECOGNISER_JOB, { locale }, { runAt, key: locale });
};

/** After staff said what should have answered a question: it is learnt at once. */
export const retrainOnCorrection: Listener = async (ctx, event) => {
  const runAt = new Date(event.at.getTime() + SETTLES_MS);
  for (const locale of LOCALES) await enqueueJob(ctx.db, TRAIN_RECOGNISER_JOB, { locale }, { runAt, key: locale });
};

/** After a customer judged an answer: what the question asks for is learnt, or doubted, within ten minutes. */
export const retrainOnJudgement: Listener = async (ctx, event) => {
  const runAt = new Date(event.at.getTime() + JUDGED_SETTLES_MS);
  for (const locale of LOCALES) {
    await enqueueJob(ctx.db, TRAIN_RECOGNISER_JOB, { locale }, { runAt, key: `${locale}:judged` });
  }
};
