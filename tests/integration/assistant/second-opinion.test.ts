import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { recognisers } from "@/db/schema";
import {
  NO_ENSEMBLE,
  queueEnsembles,
  TRAIN_ENSEMBLE_JOB,
  trainEnsemble,
  trainEnsembleJob,
  trainOnSettings,
} from "@/server/assistant/recogniser/ensemble/ensemble-job";
import {
  loadRecogniser,
  loadWholeRecognisers,
  type RecogniserVersions,
  recogniserVersions,
} from "@/server/assistant/recogniser/load-recogniser";
import { recognise } from "@/server/assistant/recogniser/recognise";
import { TRAIN_RECOGNISER_JOB, trainInLocale, trainRecogniserJob } from "@/server/assistant/recogniser/train-job";
import { deferredWork } from "@/server/deferred";
import { registerJobs } from "@/server/jobs/registry";
import { runDue } from "@/server/jobs/run-due";
import { readSettings } from "@/server/settings/get-settings";
import { updateSettings } from "@/server/settings/update-settings";
import { contextOf, NOW, staffMember } from "@/tests/support/actors";
import { publishedArticle } from "@/tests/support/answers";
import { ownDatabase } from "@/tests/support/database";
import { MANY_WORDINGS } from "@/tests/support/many-wordings";

ownDatabase();

const system = contextOf({ kind: "system" });
const QUESTION = "Can I have my money back?";

beforeAll(async () => {
  for (const { label, texts } of MANY_WORDINGS) await publishedArticle(label, `All about ${label}.`, [...texts]);
});

async function versions(): Promise<RecogniserVersions> {
  const { rows } = await db().execute(sql`select ${recogniserVersions} as versions`);
  return (rows[0] as { versions: RecogniserVersions }).versions;
}

const loaded = async () => loadRecogniser(db(), "en", (await versions())?.en);

async function storedAs() {
  const [row] = await db().select().from(recognisers);
  return row;
}

/** Trains a recogniser that was not there before, and no second opinion for it. */
async function trainAnew(): Promise<void> {
  await db().delete(recognisers);
  await trainInLocale(system, "en");
}

const trainWhole = () => trainEnsemble(system, "en", Number.POSITIVE_INFINITY);

async function switchTo(strongerRecogniser: boolean): Promise<void> {
  const ctx = await staffMember("admin");
  const { value, version } = await readSettings(db(), "assistant");
  await updateSettings({ ctx, input: { subject: "assistant", version, value: { ...value, strongerRecogniser } } });
}

/** Runs what is queued, and what that queues, and so on. @returns how many jobs ran. */
async function runAll(): Promise<number> {
  for (let ran = 0; ; ) {
    await db().execute(sql`update pgboss.job set start_after = now() where state = 'created'`);
    const taken = await runDue(system);
    if (taken === 0) return ran;
    ran += taken;
  }
}

describe("a second opinion", () => {
  beforeEach(trainAnew);

  it("is trained once the recogniser is in force, and nobody waits for either", async () => {
    expect((await versions())?.en?.ensemble).toBeNull();
    expect(recognise((await loaded()) ?? never(), QUESTION).label).toBeTruthy();
    expect(await trainWhole()).toBe(false);
    expect((await loaded())?.ensemble).toBeUndefined();
    await deferredWork();
    expect((await loaded())?.ensemble).toBeDefined();
    expect(recognise((await loaded()) ?? never(), QUESTION).confidence).toBeGreaterThan(0.5);
  });

  it("goes with the recogniser it was trained for", async () => {
    await trainWhole();
    expect((await versions())?.en?.ensemble).toBeTruthy();
    await db().update(recognisers).set({ source: "other" });
    await trainInLocale(system, "en");
    expect((await versions())?.en?.ensemble).toBeNull();
  });

  it("is not heard while it is switched off, and heard again at once", async () => {
    await trainWhole();
    await loadWholeRecognisers(db(), await versions());
    expect((await loaded())?.ensemble).toBeDefined();
    await switchTo(false);
    expect((await loaded())?.ensemble).toBeUndefined();
    await switchTo(true);
    expect((await loaded())?.ensemble).toBeDefined();
  });

  it("that cannot be read is done without", async () => {
    await trainWhole();
    await db().update(recognisers).set({ ensemble: "AAAA", ensembleVersion: "broken" });
    await loadWholeRecognisers(db(), await versions());
    expect(await loaded()).toMatchObject({ phrasings: (await storedAs())?.phrasings });
    expect((await loaded())?.ensemble).toBeUndefined();
  });

  it("goes on where it was interrupted, and is the same however often that was", async () => {
    await trainWhole();
    const whole = await storedAs();
    await trainAnew();
    let slices = 1;
    while (await trainEnsemble(system, "en", 20)) slices += 1;
    expect(slices).toBeGreaterThan(1);
    expect(await storedAs()).toMatchObject({ ensembleVersion: whole?.ensembleVersion, ensemble: whole?.ensemble });
  });
});

describe("the job", () => {
  beforeEach(async () => {
    registerJobs({ [TRAIN_RECOGNISER_JOB]: trainRecogniserJob, [TRAIN_ENSEMBLE_JOB]: trainEnsembleJob }, []);
    await runAll();
    await trainAnew();
  });

  it("trains what waits for a second opinion, once", async () => {
    await queueEnsembles(system);
    await queueEnsembles(system);
    expect(await runAll()).toBeGreaterThan(0);
    expect((await versions())?.en?.ensemble).toBeTruthy();
    await queueEnsembles(system);
    expect(await runAll()).toBe(0);
  });

  it("spends no time while switched off, and begins once switched on", async () => {
    await switchTo(false);
    await runAll();
    await queueEnsembles(system);
    expect(await runAll()).toBe(0);
    expect(await trainWhole()).toBe(false);
    expect((await storedAs())?.ensembleVersion).toBeNull();
    await switchTo(true);
    const event = {
      id: 1,
      name: "settings.changed",
      entityId: "assistant",
      actorType: "system",
      actorId: null,
    } as const;
    await trainOnSettings(system, { ...event, requestId: "req_1", data: {}, at: NOW });
    expect(await runAll()).toBeGreaterThan(0);
    expect((await versions())?.en?.ensemble).toBeTruthy();
  });

  it("spends no time where articles have few wordings", async () => {
    const few = ["Opening hours", "Invoices", "Sizes", "Gift cards", "Warranty"];
    for (const title of few) await publishedArticle(title, "Text.", [`Tell me about ${title}`]);
    await trainInLocale(system, "en");
    expect(await storedAs()).toMatchObject({ ensemble: null, ensembleVersion: NO_ENSEMBLE });
    await queueEnsembles(system);
    expect(await runAll()).toBe(0);
  });
});

function never(): never {
  throw new Error("No recogniser");
}
