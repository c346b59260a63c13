import { Pool } from "@neondatabase/serverless";
import { afterAll, beforeAll, inject } from "vitest";
import { pool } from "@/db/client";
import { configureNeon } from "@/db/neon";
import { env } from "@/lib/env";
import { deferredWork } from "@/server/deferred";
import { TEMPLATE } from "./database-server";

async function onServer(statement: string): Promise<void> {
  configureNeon();
  const admin = new Pool({ connectionString: inject("environment").DATABASE_URL });
  await admin.query(statement);
  await admin.end();
}

/**
 * Gives this test file a database of its own, copied from the migrated template, and removes it afterwards.
 * Call it once at the top of the file; then `db()` of db/client.ts talks to it.
 */
export function ownDatabase(): void {
  const name = new URL(env().DATABASE_URL).pathname.slice(1);

  beforeAll(() => onServer(`create database ${name} template ${TEMPLATE}`));
  afterAll(async () => {
    await deferredWork();
    await pool().end();
    await onServer(`drop database ${name} with (force)`);
  });
}
