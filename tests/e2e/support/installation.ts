import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How many installations journeys run against at once: one for each worker, so that none meets another's agents. */
export const LANES = 2;

const FIRST_PORT = Number(process.env.E2E_PORT ?? 4310);
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "zhida-e2e-"));
const FIRST_DATA_DIR = process.env.E2E_DATA_DIR;

/** A lane's installation; a fresh one each run, unless E2E_DATA_DIR names the first one's, to look into later. */
export function laneOf(lane: number): { port: number; dataDir: string } {
  return { port: FIRST_PORT + lane, dataDir: lane === 0 ? FIRST_DATA_DIR : `${FIRST_DATA_DIR}-${lane}` };
}

/** The one that this worker's journeys run against; Playwright numbers its workers. */
export const { port: E2E_PORT, dataDir: E2E_DATA_DIR } = laneOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0));
export const DEMO_PASSWORD = process.env.DEMO_PASSWORD ?? "demo-password-for-journeys";
