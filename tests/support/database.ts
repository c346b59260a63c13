import { Pool } from "@neondatabase/serverless";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "@/db/client";
import { configureNeon } from "@/db/neon";
import { env } from "@/lib/env";
import { deferredWork } from "@/server/deferred";
import { TEMPLATE } from "./database-server";

async function onServer(statement: string): Promise<void> {
  configureNeon();
  const admin = new Pool({ connectionString: inject("environment").DATABASE_URL });
  await admin.query(statement).finally(() => admin.end());
}

const NOT_ALLOWED = "42501";

/**
 * Drops a database with whoever is still connected. Only the server's own vacuum may not be ended by us: it is waited for,
 * and done with such a small database in no time.
 */
async function drop(name: string): Promise<void> {
  for (let again = true; again; ) {
    again = await onServer(`drop database ${name} with (force)`).then(
      () => false,
      (error: { code?: string }) => {
        if (error.code !== NOT_ALLOWED) throw error;
        return true;
      },
    );
  }
}

/** Ends every connection of this process, once what was put off is done. */
export async function letGo(): Promise<void> {
  await deferredWork();
  await disconnect();
}

/** The name of this test file's database. */
export const ownName = (): string => new URL(env().DATABASE_URL).pathname.slice(1);

/** Removes this test file's database. */
export async function dropOwn(): Promise<void> {
  await letGo();
  await drop(ownName());
}

/**
 * Gives this test file a database of its own, copied from the migrated template, and removes it afterwards.
 * Call it once at the top of the file; then `db()` of db/client.ts talks to it.
 */
export function ownDatabase(): void {
  beforeAll(() => onServer(`create database ${ownName()} template ${TEMPLATE}`));
  afterAll(dropOwn);
}
