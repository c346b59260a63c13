import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { evaluationResults, evaluationRuns, goldenCases, recognisers } from "@/db/schema";
import "@/server/job-handlers";
import type { Locale } from "@/lib/i18n";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import { rehearsalGround } from "@/server/assistant/rehearsal-ground";
import { rehearse } from "@/server/assistant/rehearse";
import { keepEvaluationsUp } from "@/server/quality/evaluation/keep-up";
import { latestAccuracy } from "@/server/quality/evaluation/latest-accuracy";
import { contextOf } from "../../support/actors";
import { ownDemoDatabase } from "../../support/demo-database";
import { runEvaluation } from "../../support/evaluation";
import { serveInternalRoutes } from "../../support/internal-routes";
import { Talker } from "../../support/talker";

ownDemoDatabase();

const system = () => contextOf({ kind: "system" }, new Date());

/** Just below what was reached. */
const LEAST = 0.76;
const LEAST_CASES = 60;
/** Live conversations are slow: every so many cases is led, and every one that leans on what was said before. */
const LED = 6;
let stopServing: (() => Promise<void>) | undefined;

beforeAll(async () => {
  await db().delete(recognisers);
  stopServing = await serveInternalRoutes();
});
afterAll(() => stopServing?.());

it("is not measured before the recognisers have learnt, and then by itself, with every case", async () => {
  await keepEvaluationsUp(system());
  expect(await db().$count(evaluationRuns)).toBe(0);
  for (const locale of ["zh", "en"] as const) await trainInLocale(system(), locale);
  await keepEvaluationsUp(system());
  const [run] = await db().select().from(evaluationRuns);
  await runEvaluation(run?.id ?? "");
  const cases = await db().select().from(goldenCases);
  const results = await db().select().from(evaluationResults);
  const questions = new Map(cases.map((row) => [row.id, row.question]));
  const wrong = results
    .filter(({ outcome }) => outcome !== "right")
    .map(({ caseId, outcome, found }) => `${outcome}: ${questions.get(caseId)} → ${JSON.stringify(found)}`);
  for (const locale of ["zh", "en"] as const) {
    const { right = 0, cases: measured = 0 } = (await latestAccuracy(db(), locale)) ?? {};
    expect(measured).toBeGreaterThanOrEqual(LEAST_CASES);
    expect(right / measured, wrong.join("\n")).toBeGreaterThanOrEqual(LEAST);
  }
}, 120_000);

/** What the last of these messages led to in a real conversation. */
async function lead(locale: Locale, said: readonly string[]) {
  const talker = await Talker.begin(locale);
  let heard: Awaited<ReturnType<Talker["say"]>> | undefined;
  for (const text of said) heard = await talker.say(text);
  const cited = heard?.events.flatMap((each) => (each.event === "citation" ? [each.data.articleId] : []));
  return { kind: heard?.decision.kind, article: cited?.[0] ?? null };
}

it("is decided in a replay as in a conversation", async () => {
  const ground = await rehearsalGround(db());
  const cases = await db().select().from(goldenCases).orderBy(goldenCases.key);
  const chosen = cases.filter(({ earlier }, at) => earlier.length > 0 || at % LED === 0);
  expect(chosen.length).toBeGreaterThan(30);
  for (const { locale, earlier, question } of chosen) {
    const said: [string, ...string[]] = [earlier[0] ?? question, ...[...earlier, question].slice(1)];
    const { kind, parts } = await rehearse(db(), ground, { locale, said });
    const replayed = { kind, article: parts.find(({ source }) => source)?.source?.articleId ?? null };
    expect([question, replayed]).toEqual([question, await lead(locale, said)]);
  }
}, 120_000);
