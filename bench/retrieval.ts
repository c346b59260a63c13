/**
 * How well and how fast the assistant's own retrieval finds the source: `tsx bench/retrieval.ts KB QUERIES`.
 * An empty database is made for it; nothing but the published functions is used.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Passage } from "../lib/contracts/knowledge";
import { percent, quantile } from "./figures";
import { type BenchQuery, readQueries } from "./read-queries";
import { scratchDatabase } from "./scratch-database";

type Outcome = { query: BenchQuery; passages: Passage[]; milliseconds: number };

const HANDED_OVER_BELOW = 0.5;

async function run(knowledge: string, queries: BenchQuery[]): Promise<Outcome[]> {
  const scratch = await scratchDatabase();
  const { db } = await import("../db/client");
  const { edgeDb } = await import("../db/edge");
  const { importKnowledge } = await import("../server/knowledge/import-knowledge");
  const { parseImport } = await import("../server/knowledge/parse-import");
  const { retrieve } = await import("../server/knowledge/retrieve");
  const { entries } = parseImport([{ path: basename(knowledge), bytes: readFileSync(knowledge) }]);
  const ctx = { actor: { kind: "system" } as const, db: db(), now: new Date(), requestId: "bench" };
  await importKnowledge({ ctx, input: { entries } });
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const began = performance.now();
    const input = { query: query.text, previous: query.previous, locale: entries[0]?.locale ?? "en", limit: 10 };
    const passages = await retrieve({ db: edgeDb(), ...input });
    outcomes.push({ query, passages, milliseconds: performance.now() - began });
  }
  await scratch.stop();
  return outcomes;
}

function print(name: string, outcomes: readonly Outcome[]): void {
  const known = outcomes.filter(({ query }) => query.right.length > 0);
  const rank = ({ query, passages }: Outcome) =>
    passages.findIndex(({ externalId }) => query.right.includes(externalId ?? ""));
  const first = known.filter((outcome) => rank(outcome) === 0).length;
  const reciprocal = known.reduce((sum, outcome) => sum + (rank(outcome) < 0 ? 0 : 1 / (rank(outcome) + 1)), 0);
  const answered = (outcome: Outcome) => (outcome.passages[0]?.confidence ?? 0) >= HANDED_OVER_BELOW;
  const answeredKnown = known.filter(answered);
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  process.stdout.write(
    `${name}: ${known.length} known, right first ${percent(first, known.length)}, MRR@10 ${percent(reciprocal, known.length)}; ` +
      `known answered ${percent(answeredKnown.length, known.length)}, of these right ` +
      `${percent(answeredKnown.filter((outcome) => rank(outcome) === 0).length, answeredKnown.length)}; ` +
      `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms\n`,
  );
  for (const [kind, some] of Map.groupBy(outcomes, ({ query }) => query.kind)) {
    if (kind === "known") continue;
    const over = some.filter((outcome) => !answered(outcome)).length;
    process.stdout.write(`  ${kind}: ${some.length}, handed over ${percent(over, some.length)}\n`);
  }
}

const [knowledge, queries] = process.argv.slice(2);
if (!knowledge || !queries) throw new Error("Usage: tsx bench/retrieval.ts KB QUERIES");
print(basename(queries), await run(knowledge, readQueries(queries)));
