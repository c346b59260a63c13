/**
 * The assistant's own time, printed in one run: `tsx bench/assistant-speed.ts [QUESTIONS]` (default 5,000 synthetic ones) or
 * `tsx bench/assistant-speed.ts KB QUERIES [--locale zh]` with files as bench/ask.ts takes them. The questions are imported
 * and published as an editor's would be and the recogniser is trained on them; then messages are understood, looked up and
 * decided on by the very functions that answer customers.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { SETTINGS } from "../lib/contracts/settings";
import { fromBase64 } from "../lib/crypto";
import { isLocale } from "../lib/i18n";
import { fastest, quantile } from "./figures";
import { readQueries } from "./read-queries";
import { scratchDatabase } from "./scratch-database";
import { asSomebodyAsks, steadyNumbers, syntheticQuestion } from "./synthetic-knowledge";

const { values, positionals } = parseArgs({
  options: { locale: { type: "string", default: "en" } },
  allowPositionals: true,
});
const [base = "5000", queries] = positionals;
const locale = isLocale(values.locale) ? values.locale : "en";
const WARM_UP = 20;
const ASKED = 300;
const ROUNDS = 5;
const BODY = "Open **My account**, choose what it is about and confirm. It takes 2–4 working days and costs nothing.";

const scratch = await scratchDatabase();
const { db } = await import("../db/client");
const { edgeDb } = await import("../db/edge");
const { sql } = await import("drizzle-orm");
const { importKnowledge } = await import("../server/knowledge/import-knowledge");
const { parseImport } = await import("../server/knowledge/parse-import");
const { trainInLocale } = await import("../server/assistant/recogniser/train-job");
const { decodeRecogniser } = await import("../server/assistant/recogniser/encode-recogniser");
const { understand } = await import("../server/assistant/understand");
const { deferredWork } = await import("../server/deferred");
const { lookUp } = await import("../server/assistant/look-up");
const { decideFirst, decideNext } = await import("../server/assistant/deciding/decide");

const say = (line: string) => process.stdout.write(`${line}\n`);
const spread = (times: readonly number[]) =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms   p95 ${quantile(times, 0.95).toFixed(1)} ms`;
const row = (name: string, rounds: readonly (readonly number[])[]) =>
  say(`${name.padEnd(38)} ${spread(rounds.flat())}   each message's fastest of ${ROUNDS}: ${spread(fastest(rounds))}`);

const draw = steadyNumbers();
const ctx = { actor: { kind: "system" } as const, db: db(), now: new Date(), requestId: "bench" };

/** A knowledge base as a file, and messages with the ids that answer them. */
type Ground = { file: { path: string; bytes: Buffer }; asked: { text: string; right: string[] }[] };

function syntheticGround(size: number): Ground {
  const questions = Array.from({ length: size }, (_, number) => syntheticQuestion(draw, number));
  const lines = questions.map((question, number) => JSON.stringify({ id: String(number), question, answer: BODY }));
  const asked = Array.from({ length: WARM_UP + ASKED }, () => {
    const number = draw(size);
    return { text: asSomebodyAsks(questions[number] ?? "", draw), right: [String(number)] };
  });
  return { file: { path: "questions.jsonl", bytes: Buffer.from(lines.join("\n")) }, asked };
}

function writtenGround(path: string, queries: string): Ground {
  const all = readQueries(queries);
  const asked = Array.from({ length: WARM_UP + ASKED }, () => all[draw(all.length)] ?? { text: "", right: [] });
  return { file: { path, bytes: readFileSync(path) }, asked };
}

const { file, asked } = queries ? writtenGround(base, queries) : syntheticGround(Number(base));
const { entries } = parseImport([file], locale);
const importing = performance.now();
await importKnowledge({ ctx, input: { entries } });
say(`imported and published ${entries.length} entries in ${((performance.now() - importing) / 1000).toFixed(1)} s`);
const training = process.cpuUsage();
await trainInLocale(ctx, locale);
const spent = process.cpuUsage(training);
say(`recogniser trained with ${((spent.user + spent.system) / 1e6).toFixed(1)} s of computing`);

const { rows } = await db().execute<{ version: string; model: string }>(sql`select version, model from recognisers`);
const bytes = fromBase64(rows[0]?.model ?? "");
const decoding = performance.now();
const model = decodeRecogniser(bytes);
say(
  `recogniser loaded in ${(performance.now() - decoding).toFixed(1)} ms, ${(bytes.length / 1e6).toFixed(2)} MB stored, ${model.labels.length} articles`,
);

await db().execute(sql`vacuum analyze`);

/** The first question has the index read as a whole, which no later one waits for. */
async function inMemory(): Promise<void> {
  const reading = performance.now();
  await deferredWork();
  const { rows } = await db().execute<{ postings: number }>(sql`select count(*)::int as postings from postings`);
  say(`index read in ${(performance.now() - reading).toFixed(0)} ms, ${rows[0]?.postings} postings`);
}

const settings = SETTINGS.assistant.parse({});
const empty = () => Array.from({ length: ROUNDS }, (): number[] => []);
const times = { understand: empty(), whole: empty(), bare: empty() };
let right = 0;

/** Asks one message: how long that took, and whether the right article was found first. */
async function ask({ text, right: ids }: Ground["asked"][number]) {
  const history = [{ role: "customer" as const, text, answered: false, article: null }];
  const sent = performance.now();
  await edgeDb().execute(sql`select 1`);
  const began = performance.now();
  const understood = understand({ history, locale }, []);
  const heard = performance.now();
  const found = await lookUp(edgeDb(), understood, { [locale]: { base: rows[0]?.version ?? "", ensemble: null } });
  const input = {
    understood,
    found,
    settings,
    rules: [],
    misses: 0,
    tier: "basic" as const,
    inAction: false,
    mayFetch: true,
  };
  decideFirst(input) ?? decideNext(input);
  const took = { bare: began - sent, understand: heard - began, whole: performance.now() - began };
  return { took, isRight: ids.includes(found[0]?.passages[0]?.externalId ?? "") };
}

for (const [at, message] of asked.slice(0, WARM_UP).entries()) {
  await ask(message);
  if (at === 0) await inMemory();
}
for (let round = 0; round < ROUNDS; round += 1) {
  for (const message of asked.slice(WARM_UP)) {
    const { took, isRight } = await ask(message);
    for (const part of ["bare", "understand", "whole"] as const) times[part][round]?.push(took[part]);
    if (round === 0 && isRight) right += 1;
  }
}
row("understanding", times.understand);
row("understanding, looking up and deciding", times.whole);
row("a bare query over the same connection", times.bare);
say(`right article first ${((100 * right) / ASKED).toFixed(1)} % of ${ASKED}`);
await scratch.stop();
process.exit(0);
