import { Pool } from "@neondatabase/serverless";
import type { TestProject } from "vitest/node";
import serve from "./services-server";

export const TEMPLATE = "zhida_template";

async function makeTemplate(databaseUrl: string): Promise<void> {
  process.env.DATABASE_URL = withDatabase(databaseUrl, TEMPLATE);
  const { configureNeon } = await import("../../db/neon");
  configureNeon();
  const admin = new Pool({ connectionString: databaseUrl });
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const { migrateDatabase } = await import("../../db/migrate-database");
  const { disconnect } = await import("../../db/client");
  await migrateDatabase();
  await disconnect();
}

/** The same server, another database. */
export function withDatabase(databaseUrl: string, database: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/** The services of a test run, with a migrated template to copy databases from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stop = await serve(project);
  await makeTemplate(process.env.DATABASE_URL ?? "");
  return stop;
}
