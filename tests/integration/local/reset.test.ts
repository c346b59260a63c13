import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const LAUNCHER = join(import.meta.dirname, "../../../local/launch.mjs");
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "zhida-reset-"));
  mkdirSync(join(dataDir, "postgres"));
  writeFileSync(join(dataDir, "secrets.json"), "{}");
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the command, types `answer`, and gives exit code and output. */
function reset(answer: string, flags: string[] = [], extra: Record<string, string> = {}) {
  const env: Record<string, string> = { PATH: process.env.PATH ?? "", DATA_DIR: dataDir, ...extra };
  const child = spawn(process.execPath, [LAUNCHER, "reset", ...flags], { env: env as NodeJS.ProcessEnv });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  child.stdin.end(answer);
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, output })),
  );
}

describe("npm run reset", () => {
  it("removes nothing unless told yes", async () => {
    for (const answer of ["no\n", "\n", ""]) expect((await reset(answer)).code).toBe(1);
    expect(readdirSync(dataDir).sort()).toEqual(["postgres", "secrets.json"]);
  });

  it("clears the data directory after yes, or with --yes without asking", async () => {
    expect(await reset("yes\n")).toMatchObject({ code: 0, output: expect.stringContaining("Type yes") });
    expect(readdirSync(dataDir)).toEqual([]);
    writeFileSync(join(dataDir, "secrets.json"), "{}");
    expect(await reset("", ["--yes"])).toMatchObject({ code: 0, output: expect.not.stringContaining("Type yes") });
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("refuses while the installation runs", async () => {
    writeFileSync(join(dataDir, "launcher.json"), JSON.stringify({ pid: process.pid, born: null }));
    expect(await reset("", ["--yes"])).toMatchObject({ code: 1, output: expect.stringContaining("It is running") });
    expect(existsSync(join(dataDir, "secrets.json"))).toBe(true);
  });

  it("refuses a folder that holds no installation, and data in a database of one's own", async () => {
    const own = { DATABASE_URL: "postgresql://u:p@db.internal/zhida" };
    expect(await reset("", ["--yes"], own)).toMatchObject({ code: 1, output: expect.stringContaining("DATABASE_URL") });
    rmSync(join(dataDir, "secrets.json"));
    expect(await reset("", ["--yes"])).toMatchObject({ code: 1, output: expect.stringContaining("no installation") });
    expect(readdirSync(dataDir)).toEqual(["postgres"]);
  });
});
