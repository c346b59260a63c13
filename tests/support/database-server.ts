import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "@neondatabase/serverless";
import type { TestProject } from "vitest/node";
import { startServices } from "../../local/services.mjs";

export const TEMPLATE = "zhida_template";

/** The secrets of a test run; fixed, so that a failure can be repeated. */
const SECRETS = {
  AUTH_SECRET: "test-auth-secret-0123456789",
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  INTERNAL_SECRET: "test-internal-secret-0123456789",
  CRON_SECRET: "test-cron-secret-0123456789",
  IDENTITY_SECRET: "test-identity-secret-0123456789",
  APP_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
  NEXT_TELEMETRY_DISABLED: "1",
};

async function makeTemplate(databaseUrl: string): Promise<void> {
  process.env.DATABASE_URL = withDatabase(databaseUrl, TEMPLATE);
  const { configureNeon } = await import("../../db/neon");
  configureNeon();
  const admin = new Pool({ connectionString: databaseUrl });
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const { migrateDatabase } = await import("../../db/migrate-database");
  const { pool } = await import("../../db/client");
  await migrateDatabase();
  await pool().end();
}

/** The same server, another database. */
export function withDatabase(databaseUrl: string, database: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/** One real PostgreSQL, gateway and realtime server for the whole run, with a migrated template to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhida-test-"));
  const services = await startServices({ dataDir, fsync: false });
  const environment = { ...SECRETS, ...services.env, DATA_DIR: dataDir };
  Object.assign(process.env, environment);
  await makeTemplate(services.databaseUrl);
  project.provide("environment", { ...environment, DATABASE_URL: services.databaseUrl });
  return async () => {
    await services.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    environment: Record<string, string>;
  }
}
