import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { evaluationResults, evaluationRuns, goldenCases } from "@/db/schema";
import "@/server/job-handlers";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import { keepEvaluationsUp } from "@/server/quality/evaluation/keep-up";
import { latestAccuracy } from "@/server/quality/evaluation/latest-accuracy";
import { installDemo } from "@/server/settings/install-demo";
import { contextOf } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { runEvaluation } from "../../support/evaluation";

ownDatabase();

const system = () => contextOf({ kind: "system" }, new Date());

/** Just below what was reached. */
const LEAST = 0.66;
const LEAST_CASES = 60;

beforeAll(async () => {
  await installDemo({ ctx: system(), input: { password: "demo-password-1" } });
}, 120_000);

it("is not measured before the recognisers have learnt, and then by itself, with every case", async () => {
  await keepEvaluationsUp(system());
  expect(await db().$count(evaluationRuns)).toBe(0);
  for (const locale of ["zh", "en"] as const) await trainInLocale(system(), locale);
  await keepEvaluationsUp(system());
  const [run] = await db().select().from(evaluationRuns);
  const began = performance.now();
  await runEvaluation(run?.id ?? "");
  const took = performance.now() - began;
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
  process.stderr.write(`${JSON.stringify(await latestAccuracy(db()))} ${took} ms\n${wrong.join("\n")}\n`);
}, 120_000);
