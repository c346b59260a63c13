import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The installation the journeys run against; a fresh one each run, unless E2E_DATA_DIR names one to look into later. */
export const E2E_PORT = Number(process.env.E2E_PORT ?? 4310);
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "zhida-e2e-"));
export const E2E_DATA_DIR = process.env.E2E_DATA_DIR;
export const DEMO_PASSWORD = process.env.DEMO_PASSWORD ?? "demo-password-for-journeys";
