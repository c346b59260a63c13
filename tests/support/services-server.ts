import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServices } from "../../local/services.mjs";

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

/** One real PostgreSQL, gateway and realtime server for a whole run of a project's tests. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhida-test-"));
  const services = await startServices({ dataDir, fsync: false });
  const environment = { ...SECRETS, ...services.env, DATA_DIR: dataDir, DATABASE_URL: services.databaseUrl };
  Object.assign(process.env, environment);
  project.provide("environment", environment);
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
