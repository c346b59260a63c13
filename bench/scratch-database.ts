import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServices } from "../local/services.mjs";

/**
 * An empty, migrated PostgreSQL with its gateway in a folder of its own; points this process's environment at it, so
 * import application code only afterwards. `stop` removes it all.
 */
export async function scratchDatabase(): Promise<{ stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhida-bench-"));
  const services = await startServices({ dataDir, realtime: false });
  Object.assign(process.env, services.env, {
    DATA_DIR: dataDir,
    AUTH_SECRET: "bench-secret-0123456789",
    INTERNAL_SECRET: "bench-secret-0123456789",
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    LOG_LEVEL: "error",
  });
  const { migrateDatabase } = await import("../db/migrate-database");
  await migrateDatabase();
  return {
    stop: async () => {
      const { disconnect } = await import("../db/client");
      await disconnect();
      await services.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
