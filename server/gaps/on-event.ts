import { and, eq, sql } from "drizzle-orm";
import { gaps } from "@/db/schema";
import { isLocale } from "@/lib/i18n";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import { GATHER_GAPS_JOB } from "./gather-gaps";

/** What happens together is looked at together. */
const SETTLES_MS = 5_000;

/** After a conversation ended, or an answer was corrected: its questions become suggestions within seconds. */
export const gatherSoon: Listener = async (ctx, event) => {
  const runAt = new Date(event.at.getTime() + SETTLES_MS);
  await enqueueJob(ctx.db, GATHER_GAPS_JOB, {}, { runAt, key: "gather" });
};

/** A draft that was begun from a suggestion went out: the suggestion is settled. */
export const settleDrafted: Listener = async (ctx, event) => {
  const { locale } = event.data;
  if (!isLocale(locale)) return;
  await ctx.db
    .update(gaps)
    .set({ state: "published", closedAt: event.at, version: sql`${gaps.version} + 1` })
    .where(and(eq(gaps.articleId, event.entityId), eq(gaps.locale, locale), eq(gaps.state, "drafted")));
};
