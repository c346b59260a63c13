/**
 * How well messages are understood, over the very functions the assistant uses.
 *
 * `npm run bench:nlu -- serve --port N` answers the endpoints of the harness (bench/nlu/server.ts) until killed.
 * `npm run bench:nlu -- [--data FOLDER] [--only intent,retrieval,sentiment,context] [--sets a,b] [--no-peers]` runs the
 * harness's runners against itself and, in the same run, against NLP.js and MiniSearch. FOLDER (or NLU_DATA) is the one
 * that contains `developers/`; the runners lie beside it.
 */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { preparePeers } from "./nlu/peers";
import { printFigures } from "./nlu/print-figures";
import { benchHandlers } from "./nlu/registry";
import { stopRetrieval } from "./nlu/retrieval-handlers";
import { PASSES, runSets } from "./nlu/run-sets";
import { serveHandlers } from "./nlu/server";

const CACHE = resolve(".cache/bench-peers");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "0" },
    data: { type: "string", default: process.env.NLU_DATA ?? "data" },
    only: { type: "string", default: "intent,retrieval,sentiment,context" },
    sets: { type: "string" },
    "no-peers": { type: "boolean", default: false },
  },
});

const { url, server } = await serveHandlers(benchHandlers, Number(values.port));

async function stop(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await stopRetrieval();
  process.exit(0);
}

async function runAll(): Promise<void> {
  const data = resolve(values.data);
  const harness = dirname(data);
  if (!existsSync(join(data, "developers")) || !existsSync(join(harness, "run_intent.mjs")))
    throw new Error(`No harness at ${harness}: name the folder that contains developers/ with --data or NLU_DATA`);
  const peers = preparePeers(harness, CACHE) && !values["no-peers"];
  if (!peers) process.stdout.write("peers skipped: not installed, or not wanted\n");
  const environment = { NLU_DATA: data, BENCH_URL: url };
  const reports: (() => void)[] = [];
  for (const pass of PASSES.filter(({ runner }) => values.only.split(",").includes(runner))) {
    const ours = await runSets(CACHE, pass, "http", environment, values.sets);
    const peer =
      peers && pass.peer
        ? { name: pass.peer, figures: await runSets(CACHE, pass, pass.peer, environment, values.sets) }
        : undefined;
    reports.push(() => printFigures([pass.runner, pass.mode].filter(Boolean).join(", "), ours, peer));
  }
  for (const report of reports) report();
}

process.once("SIGINT", stop);
process.once("SIGTERM", stop);
if (positionals[0] === "serve") process.stdout.write(`listening on ${url}\n`);
else {
  await runAll();
  await stop();
}
