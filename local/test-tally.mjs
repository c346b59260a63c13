/** Counting what the test runners report. */
import { readFileSync } from "node:fs";
import { playwrightFailures, vitestFailures } from "./test-failures.mjs";

/** @typedef {{ passed: number, failed: number, failures: string[] }} Tally `failures`: those that could be named */

/**
 * Vitest's JSON report. A run that ends badly without a failed test (an import that throws, a worker that dies) counts
 * as one failure.
 * @returns {Tally}
 */
export function vitestTally(file, code) {
  const report = readReport(file);
  const counts = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
  return settle(counts, vitestFailures(report), code);
}

/** Playwright's JSON report. A test that only passed when repeated counts as failed. @returns {Tally} */
export function playwrightTally(file, code) {
  const report = readReport(file);
  const stats = report?.stats;
  const counts = { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
  return settle(counts, playwrightFailures(report), code);
}

/** A step that either works or does not. @returns {Tally} */
export function stepTally(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
}

function settle({ passed, failed }, failures, code) {
  const nothing = passed + failed === 0;
  return { passed, failed: (code !== 0 || nothing) && failed === 0 ? 1 : failed, failures };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
