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
    expect(vitestTally(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({
      passed: 7,
      failed: 2,
      failures: [],
    });
  });

  it("names the tests that failed, with the first line of the reason", () => {
    const failed = {
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name: "/a.test.ts",
          status: "failed",
          assertionResults: [
            { status: "passed", fullName: "one holds" },
            { status: "failed", fullName: "two holds", failureMessages: ["\u001b[31mError\u001b[39m: no row\n  at x"] },
          ],
        },
        { name: "/b.test.ts", status: "failed", message: "cannot import", assertionResults: [] },
      ],
    };
    expect(vitestTally(report(failed), 1).failures).toEqual([
      "/a.test.ts › two holds: Error: no row",
      "/b.test.ts: cannot import",
    ]);
    const spec = {
      file: "chat.spec.ts",
      title: "answers",
      tests: [{ status: "unexpected", results: [{ error: { message: "timed out" } }] }],
    };
    const played = { stats: { expected: 0, unexpected: 1, flaky: 0 }, suites: [{ suites: [{ specs: [spec] }] }] };
    expect(playwrightTally(report(played), 1).failures).toEqual(["chat.spec.ts › answers: timed out"]);
  });

  it("never hides a bad end: a failed import, a missing report, no test at all", () => {
    expect(vitestTally(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({
      passed: 7,
      failed: 1,
      failures: [],
    });
    expect(vitestTally(join(folder, "nothing.json"), 0)).toEqual({ passed: 0, failed: 1, failures: [] });
    expect(playwrightTally(report({ stats: { expected: 0, unexpected: 0, flaky: 0 } }), 0)).toEqual({
      passed: 0,
      failed: 1,
      failures: [],
    });
  });

  it("counts a journey that passed only when repeated as failed", () => {
    expect(playwrightTally(report({ stats: { expected: 5, unexpected: 1, flaky: 1 } }), 1)).toEqual({
      passed: 5,
      failed: 2,
      failures: [],
    });
  });

  it("counts a step as one", () => {
    expect(stepTally(0)).toEqual({ passed: 1, failed: 0, failures: [] });
    expect(stepTally(3)).toEqual({ passed: 0, failed: 1, failures: [] });
  });
});
