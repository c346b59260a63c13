import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { disconnect } from "@/db/client";
import { migrateDatabase } from "@/db/migrate-database";
import { configureNeon } from "@/db/neon";
import { env } from "@/lib/env";

const ROOT = join(import.meta.dirname, "../../..");
const { DATABASE_URL, NEON_LOCAL_PROXY } = env();

afterAll(async () => {
  await disconnect();
  Object.assign(env(), { DATABASE_URL, NEON_LOCAL_PROXY });
  configureNeon();
});

describe("a migration that cannot begin", () => {
  it("names the database that cannot be reached by host and port, never by its password", async () => {
    const nowhere = { DATABASE_URL: "postgresql://zhida:a-secret@db.example/zhida", NEON_LOCAL_PROXY: "127.0.0.1:1" };
    Object.assign(env(), nowhere);
    const message = await migrateDatabase().catch((error: Error) => error.message);
    expect(message).toBe("The database at db.example:5432 cannot be reached.");
  });

  it("says what is wrong with the environment once, in one line", async () => {
    const wrong = { ...process.env, ENCRYPTION_KEY: "abc" };
    const migrating = promisify(execFile)(process.execPath, ["--import", "tsx", "db/migrate.ts"], {
      cwd: ROOT,
      env: wrong,
    });
    const { stderr } = await migrating.catch((failure: { stderr: string }) => failure);
    expect(stderr.trim()).toMatch(/^Environment: ENCRYPTION_KEY: .+$/);
  });
});
