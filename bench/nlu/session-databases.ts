import { fileURLToPath } from "node:url";
import { neon, Pool } from "@neondatabase/serverless";
import { drizzle as overHttp } from "drizzle-orm/neon-http";
import { drizzle as overSockets } from "drizzle-orm/neon-serverless";
import { migrate } from "drizzle-orm/neon-serverless/migrator";
import type { Database } from "../../db/client";
import type { EdgeDatabase } from "../../db/edge";
import { configureNeon } from "../../db/neon";
import * as schema from "../../db/schema";
import { scratchDatabase } from "../scratch-database";

/** A database of its own: `db` writes, `edge` reads as the edge routes do. */
export type SessionDatabase = { db: Database; edge: EdgeDatabase; drop: () => Promise<void> };

const MIGRATIONS = fileURLToPath(new URL("../../drizzle", import.meta.url));

function withDatabase(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** One scratch server; `open` makes a migrated, empty database for each caller. Started by the first that asks. */
export class SessionDatabases {
  #server: Promise<{ admin: Pool; url: string; stop: () => Promise<void> }> | null = null;
  #count = 0;

  async open(): Promise<SessionDatabase> {
    this.#server ??= this.#start();
    const { admin, url } = await this.#server;
    this.#count += 1;
    const name = `session_${this.#count}`;
    await admin.query(`create database ${name}`);
    const own = withDatabase(url, name);
    const pool = new Pool({ connectionString: own, max: 4 });
    pool.on("error", () => undefined);
    const drop = async () => {
      await pool.end();
      await admin.query(`drop database ${name} with (force)`);
    };
    const db = overSockets(pool, { schema });
    await migrate(db, { migrationsFolder: MIGRATIONS });
    return { db, edge: overHttp(neon(own)), drop };
  }

  async stop(): Promise<void> {
    if (!this.#server) return;
    const { admin, stop } = await this.#server;
    await admin.end();
    await stop();
  }

  async #start() {
    const { stop } = await scratchDatabase();
    configureNeon();
    const url = process.env.DATABASE_URL ?? "";
    const admin = new Pool({ connectionString: url, max: 1 });
    admin.on("error", () => undefined);
    return { admin, url, stop };
  }
}
