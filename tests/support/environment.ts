import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { inject, vi } from "vitest";
import { withDatabase } from "./database-server";

/**
 * Runs before each test file's imports. A worker keeps the libraries it has read; the project's own modules, what they
 * remember and the environment begin anew, and every file is pointed at a database name of its own, which
 * `ownDatabase()` makes.
 */
vi.resetModules();
const worker = globalThis as typeof globalThis & { firstEnvironment?: NodeJS.ProcessEnv; zhidaBoss?: unknown };
delete worker.zhidaBoss;
worker.firstEnvironment ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in worker.firstEnvironment)) delete process.env[name];
const environment = inject("environment");
const database = withDatabase(environment.DATABASE_URL ?? "", `test_${randomBytes(6).toString("hex")}`);
Object.assign(process.env, worker.firstEnvironment, environment, { DATABASE_URL: database });

// Next's server sets this before it loads: without it `headers()` never finds a request.
Object.assign(globalThis, { AsyncLocalStorage });
