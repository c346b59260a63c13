import { fileURLToPath } from "node:url";
import type { PoolClient } from "@neondatabase/serverless";
import { eq, sql } from "drizzle-orm";
import { drizzle, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { migrate } from "drizzle-orm/neon-serverless/migrator";
import { hashField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { pool } from "./client";
import { installJobQueue } from "./job-queue";
import { rateCounts, settings, staff } from "./schema";

const MIGRATIONS = fileURLToPath(new URL("../drizzle", import.meta.url));
const LOCK = 7_241_001;
const FINGERPRINT = "key_fingerprint";

/** The database was written under another encryption key: nothing in it could be read. */
export class ForeignKeyError extends Error {
  constructor() {
    super("The database was encrypted under another ENCRYPTION_KEY. Start with the key it was created with.");
    this.name = "ForeignKeyError";
  }
}

/**
 * The first connection. What the database itself refuses it says in its own words; whatever else goes wrong, the driver
 * tells in events and half sentences.
 */
async function reach(): Promise<PoolClient> {
  try {
    return await pool().connect();
  } catch (error) {
    if (error instanceof Error && "severity" in error) throw error;
    const { hostname, port } = new URL(env().DATABASE_URL);
    throw new Error(`The database at ${hostname}:${port || 5432} cannot be reached.`, { cause: error });
  }
}

/** Remembers the encryption key by a keyed hash at first, and refuses any other key afterwards. */
async function checkEncryptionKey(connection: NeonDatabase): Promise<void> {
  const value = await hashField("zhida encryption key");
  await connection.insert(settings).values({ subject: FINGERPRINT, value }).onConflictDoNothing();
  const [row] = await connection.select().from(settings).where(eq(settings.subject, FINGERPRINT));
  if (row?.value !== value) throw new ForeignKeyError();
}

/**
 * Brings the database up to date: tables, encryption-key fingerprint, job queue. One process at a time does it, the
 * others wait. Running it again changes nothing.
 * @param folder the generated migrations.
 * @returns how many staff there are; 0 means that setup is still to be done.
 * @throws ForeignKeyError when the encryption key is not the one the database was created with; Error with one sentence
 * when the database cannot be reached.
 */
export async function migrateDatabase(folder = MIGRATIONS): Promise<{ staff: number }> {
  const client = await reach();
  try {
    const connection = drizzle<Record<string, never>, PoolClient>(client);
    await connection.execute(sql`select pg_advisory_lock(${LOCK})`);
    await migrate(connection, { migrationsFolder: folder });
    await connection.execute(sql`alter table ${rateCounts} set unlogged`);
    await checkEncryptionKey(connection);
    await installJobQueue();
    return { staff: await connection.$count(staff) };
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]).catch(() => undefined);
    client.release();
  }
}
