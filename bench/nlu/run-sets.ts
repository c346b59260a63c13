import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** One pass of a runner of the harness over its sets, by one adapter. */
export type Pass = { runner: "intent" | "retrieval" | "sentiment" | "context"; mode?: "trained" | "builtin" };

/** What is measured, and the adapter of the peer beside ours. */
export const PASSES: readonly (Pass & { peer?: string })[] = [
  { runner: "intent", peer: "nlpjs" },
  { runner: "retrieval", peer: "retr_minisearch" },
  { runner: "sentiment", mode: "builtin" },
  { runner: "sentiment", mode: "trained" },
  { runner: "context", peer: "ctx_concat" },
];

type Figures = Record<string, Record<string, number>>;

const LIMIT_MS = 45 * 60_000;

/**
 * Runs one runner in its own process; its lines go to this process's output as they come.
 * @returns the figures of each set, none when it failed or took longer than 45 minutes.
 */
export async function runSets(
  folder: string,
  { runner, mode }: Pass,
  adapter: string,
  environment: Record<string, string>,
  sets?: string,
): Promise<Figures> {
  const out = join(folder, `figures-${runner}-${mode ?? ""}-${adapter}.json`);
  rmSync(out, { force: true });
  const args = [`run_${runner}.mjs`, "--adapter", `adapters/${adapter}.mjs`, "--out", out];
  if (mode) args.push("--mode", mode);
  if (sets) args.push("--sets", sets);
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    timeout: LIMIT_MS,
    stdio: ["ignore", "inherit", "inherit"],
  });
  await new Promise((resolve) => child.once("close", resolve));
  return existsSync(out) ? (JSON.parse(readFileSync(out, "utf8")) as Figures) : {};
}
