import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { withDatabase } from "./database-server";

/**
 * Runs before each test file's imports, because the environment is read once: every file is pointed at a database
 * name of its own. `ownDatabase()` makes that database.
 */
const environment = inject("environment");
const database = withDatabase(environment.DATABASE_URL ?? "", `test_${randomBytes(6).toString("hex")}`);
Object.assign(process.env, environment, { DATABASE_URL: database });

// Next's server sets this before it loads: without it `headers()` never finds a request.
Object.assign(globalThis, { AsyncLocalStorage });
