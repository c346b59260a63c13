/** Counting what the test runners report. */
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * Vitest's JSON report. A run that ends badly without a failed test (an import that throws, a worker that dies) counts
 * as one failure.
 * @returns {Tally}
 */
export function vitestTally(file, code) {
  const report = readReport(file);
  return settle({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, code);
}

/** Playwright's JSON report. A test that only passed when repeated counts as failed. @returns {Tally} */
export function playwrightTally(file, code) {
  const stats = readReport(file)?.stats;
  return settle({ passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }, code);
}

/** A step that either works or does not. @returns {Tally} */
export function stepTally(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

function settle({ passed, failed }, code) {
  const nothing = passed + failed === 0;
  return { passed, failed: (code !== 0 || nothing) && failed === 0 ? 1 : failed };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
