/**
 * First streamed text of the offline model beside a bare edge route that does one query, in one run.
 *
 * npm run bench:stream            against http://localhost:3000 (BENCH_URL), started with RATE_LIMITS=off
 */
import { quantile } from "./figures";

const BASE = process.env.BENCH_URL ?? "http://localhost:3000";
const ROUNDS = Number(process.env.ROUNDS ?? 100);
const QUESTIONS = ["How long does a refund take?", "钱什么时候退回来", "How do I cancel Plus?", "怎么开发票"];

async function post(path: string, body: unknown, token?: string): Promise<Response> {
  const response = await fetch(`${BASE}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** Milliseconds until the first `text` event. */
async function firstText(token: string, round: number): Promise<number> {
  const { id } = (await (await post("/conversations", {}, token)).json()) as { id: string };
  const text = QUESTIONS[round % QUESTIONS.length];
  await post(`/conversations/${id}/messages`, { clientMessageId: "1", text }, token);
  const began = performance.now();
  const response = await post(`/conversations/${id}/answer`, {}, token);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = "";
  let first = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    seen += part.value;
    if (!first && seen.includes("event: text")) first = performance.now() - began;
  }
  return first;
}

/** Milliseconds of the bare edge route. */
async function bareRoute(): Promise<number> {
  const began = performance.now();
  await (await fetch(`${BASE}/api/health/edge`)).text();
  return performance.now() - began;
}

const { token } = (await (await post("/sessions", {})).json()) as { token: string };
for (let round = 0; round < 5; round += 1) await Promise.all([firstText(token, round), bareRoute()]);
const answers: number[] = [];
const bare: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  answers.push(await firstText(token, round));
  bare.push(await bareRoute());
}
const row = (name: string, values: number[]) =>
  `${name.padEnd(34)} p50 ${quantile(values, 0.5).toFixed(1)} ms   p95 ${quantile(values, 0.95).toFixed(1)} ms`;
console.log(row("first streamed text, offline model", answers));
console.log(row("bare edge route, one query", bare));
console.log(`ratio of the medians ${(quantile(answers, 0.5) / quantile(bare, 0.5)).toFixed(2)} over ${ROUNDS} rounds`);
