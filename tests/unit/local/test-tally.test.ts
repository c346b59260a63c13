import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { playwrightTally, stepTally, vitestTally } from "@/local/test-tally.mjs";

let folder: string;
const report = (content: unknown) => {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zhida-tally-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the tally of a test run", () => {
  it("counts what vitest reports", () => {
    expect(vitestTally(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2 });
  });

  it("never hides a bad end: a failed import, a missing report, no test at all", () => {
    expect(vitestTally(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({ passed: 7, failed: 1 });
    expect(vitestTally(join(folder, "nothing.json"), 0)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightTally(report({ stats: { expected: 0, unexpected: 0, flaky: 0 } }), 0)).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  it("counts a journey that passed only when repeated as failed", () => {
    expect(playwrightTally(report({ stats: { expected: 5, unexpected: 1, flaky: 1 } }), 1)).toEqual({
      passed: 5,
      failed: 2,
    });
  });

  it("counts a step as one", () => {
    expect(stepTally(0)).toEqual({ passed: 1, failed: 0 });
    expect(stepTally(3)).toEqual({ passed: 0, failed: 1 });
  });
});
