import { Client } from "@neondatabase/serverless";
import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { configureNeon } from "@/db/neon";
import { LOCALES } from "@/lib/i18n";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import { installDemo } from "@/server/settings/install-demo";
import { contextOf } from "./actors";
import { dropOwn, letGo, ownName } from "./database";
import { TEMPLATE } from "./database-server";

const DEMO = "zhida_demo";
/** Every demo account's password. */
export const DEMO_PASSWORD = "demo-password-1";

const FIRST_COPY_MS = 180_000;

/**
 * Gives this test file a database of its own with the demo company in it, anchored at NOW, whose recognisers have learnt;
 * in place of `ownDatabase()`.
 */
export function ownDemoDatabase(): void {
  beforeAll(createCopy, FIRST_COPY_MS);
  afterAll(dropOwn);
}

/** The same, untouched for every test of the file. */
export function freshDemoDatabase(): void {
  beforeEach(createCopy, FIRST_COPY_MS);
  afterEach(dropOwn);
}

/** The first who asks installs the demo and leaves a copy for those who come later. */
async function createCopy(): Promise<void> {
  configureNeon();
  const server = new Client(inject("environment").DATABASE_URL);
  await server.connect();
  try {
    await server.query("select pg_advisory_lock(hashtext($1))", [DEMO]);
    const { rowCount } = await server.query("select from pg_database where datname = $1", [DEMO]);
    await server.query(`create database ${ownName()} template ${rowCount ? DEMO : TEMPLATE}`);
    if (rowCount) return;
    await installAndTrain();
    await letGo();
    // What the gateway keeps open for the next statement would keep the database from being copied.
    await server.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [ownName()]);
    await server.query(`create database ${DEMO} template ${ownName()}`);
  } finally {
    await server.end();
  }
}

async function installAndTrain(): Promise<void> {
  const ctx = contextOf({ kind: "system" });
  await installDemo({ ctx, input: { password: DEMO_PASSWORD } });
  for (const locale of LOCALES) await trainInLocale(ctx, locale);
}
