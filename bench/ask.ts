/**
 * The whole way of a question through a running installation's REST interface, one conversation each:
 * `npm run bench:ask -- KB QUERIES [--url http://localhost:3000] [--limit N] [--parallel 1]`. KB is the file that was
 * imported there. Start the installation with RATE_LIMITS=off.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { parseImport } from "../server/knowledge/parse-import";
import { type Asked, askQuestion } from "./ask-question";
import { percent, quantile } from "./figures";
import { type BenchQuery, readQueries } from "./read-queries";

type Outcome = { query: BenchQuery; asked: Asked };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    limit: { type: "string", default: "1000000" },
    parallel: { type: "string", default: "1" },
  },
});

/** Questions whose source is not in the knowledge base are questions nobody can answer. */
function questionsFor(knowledge: string, queries: string): BenchQuery[] {
  const { entries } = parseImport([{ path: basename(knowledge), bytes: readFileSync(knowledge) }]);
  const ids = new Set(entries.map(({ externalId }) => externalId));
  return readQueries(queries)
    .slice(0, Number(values.limit))
    .map((query) => ({ ...query, right: query.right.filter((id) => ids.has(id)) }));
}

async function askAll(queries: readonly BenchQuery[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...queries];
  const worker = async () => {
    for (let query = waiting.shift(); query; query = waiting.shift()) {
      outcomes.push({ query, asked: await askQuestion(values.url, query.text) });
      if (outcomes.length % 50 === 0) process.stderr.write(`\r${outcomes.length} of ${queries.length}`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, worker));
  process.stderr.write("\n");
  return outcomes;
}

function print(name: string, outcomes: readonly Outcome[]): void {
  const line = (text: string) => process.stdout.write(`${text}\n`);
  const known = outcomes.filter(({ query }) => query.right.length > 0);
  const over = (some: readonly Outcome[]) => some.filter(({ asked }) => asked.kind === "handoff").length;
  const right = known.filter(({ query, asked }) => query.right.includes(asked.citations[0] ?? "")).length;
  const answered = known.length - over(known);
  line(`${name}: ${outcomes.length} questions`);
  line(
    `  right source first: ${right} of ${known.length} answerable (${percent(right, known.length)}), ${percent(right, answered)} of those answered`,
  );
  line(`  handed over wrongly: ${over(known)} of ${known.length} (${percent(over(known), known.length)})`);
  for (const [kind, some] of Map.groupBy(
    outcomes.filter(({ query }) => query.right.length === 0),
    ({ query }) => query.kind,
  )) {
    line(`  handed over rightly, ${kind}: ${over(some)} of ${some.length} (${percent(over(some), some.length)})`);
  }
  for (const [what, pick] of [
    ["decision", "decisionMs"],
    ["text", "textMs"],
  ] as const) {
    const times = outcomes.flatMap(({ asked }) => asked[pick] ?? []);
    line(
      `  first ${what}: p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms (n ${times.length})`,
    );
  }
  const failed = outcomes.filter(({ asked }) => asked.error);
  if (failed.length > 0) line(`  failed: ${failed.length}, the first with ${failed[0]?.asked.error}`);
}

const [knowledge, queries] = positionals;
if (!knowledge || !queries)
  throw new Error("Usage: npm run bench:ask -- KB QUERIES [--url URL] [--limit N] [--parallel N]");
print(basename(queries), await askAll(questionsFor(knowledge, queries)));
