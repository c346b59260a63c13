/**
 * First streamed text of the offline model beside a bare edge route that does one query, taking turns in one run:
 * `npm run bench:stream [-- --url http://localhost:3000 --rounds 100]`. Start the installation with RATE_LIMITS=off.
 */
import { parseArgs } from "node:util";
import { askQuestion } from "./ask-question";
import { quantile } from "./figures";

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    rounds: { type: "string", default: "100" },
  },
});
const ROUNDS = Number(values.rounds);
const WARM_UP = 5;
const QUESTIONS = ["How long does a refund take?", "钱什么时候退回来", "How do I cancel Plus?", "怎么开发票"];

/** Milliseconds of the bare edge route. */
async function bareRoute(): Promise<number> {
  const began = performance.now();
  await (await fetch(`${values.url}/api/health/edge`)).text();
  return performance.now() - began;
}

const answers: number[] = [];
const bare: number[] = [];
for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  const { textMs, error } = await askQuestion(values.url, QUESTIONS[(round + WARM_UP) % QUESTIONS.length] ?? "");
  const bareMs = await bareRoute();
  if (error || textMs === null) throw new Error(error ?? "an answer without text");
  if (round < 0) continue;
  answers.push(textMs);
  bare.push(bareMs);
}

function row(name: string, times: number[]): string {
  return `${name.padEnd(36)} p50 ${quantile(times, 0.5).toFixed(1)} ms   p95 ${quantile(times, 0.95).toFixed(1)} ms`;
}

console.log(row("first streamed text, offline model", answers));
console.log(row("bare edge route, one query", bare));
console.log(`ratio of the medians ${(quantile(answers, 0.5) / quantile(bare, 0.5)).toFixed(2)} over ${ROUNDS} rounds`);
