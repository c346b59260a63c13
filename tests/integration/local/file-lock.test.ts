import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";

const RACER = join(import.meta.dirname, "stand-in/lock-racer.mjs");
const ROUNDS = 60;
const STARTING_MS = 400;

it("of several that start at once over the lock of a process that is gone, exactly one gets it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zhida-lock-"));
  const stale = JSON.stringify({ pid: 2 ** 22 + 1, born: "1" });
  for (let round = 0; round < ROUNDS; round += 1) writeFileSync(join(folder, `${round}.json`), stale);
  const begin = Date.now() + STARTING_MS;
  const racers = Array.from({ length: 3 }, () =>
    spawn(process.execPath, [RACER, folder, String(begin), String(ROUNDS)], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const outcomes = await Promise.all(
    racers.map(async ({ stdout }) => {
      for await (const line of createInterface(stdout)) return JSON.parse(line) as string[];
      return [];
    }),
  );
  for (const { stdin } of racers) stdin.end();
  rmSync(folder, { recursive: true });
  const winners = Array.from({ length: ROUNDS }, (_, at) => outcomes.filter((one) => one[at] === "taken").length);
  expect(winners).toEqual(winners.map(() => 1));
});
