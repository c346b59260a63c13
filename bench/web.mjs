/**
 * npm run bench:web [URL]
 *
 * What a browser loads for each public page of a running installation (JavaScript gzipped, beside what every page of
 * this build loads at least), and what Lighthouse says of home, article and chat. It prints; it never fails a budget.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";

const base = process.argv[2] ?? process.env.BENCH_URL ?? "http://localhost:3000";
const PAGES = ["", "/search?q=refund", "/categories/refunds", "/articles/refund-times", "/chat", "/requests/new"];
const JUDGED = ["", "/articles/refund-times", "/chat"];
/** One run wavers by five points with the machine: the middle one of three counts. */
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

const sizes = new Map();
async function gzippedSize(address) {
  if (!sizes.has(address)) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    sizes.set(address, gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length);
  }
  return sizes.get(address);
}

async function total(paths) {
  const each = await Promise.all(paths.map((path) => gzippedSize(new URL(path, base))));
  return each.reduce((sum, size) => sum + size, 0);
}

/** The scripts a modern browser runs for a page's first load. */
async function scriptsOf(path) {
  const response = await fetch(`${base}/en${path}`);
  if (!response.ok) throw new Error(`${response.status} /en${path}`);
  const html = await response.text();
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  return [...new Set(tags.map(([, src]) => src))];
}

function bareScripts() {
  const manifest = ".next/build-manifest.json";
  if (!existsSync(manifest)) return null;
  return JSON.parse(readFileSync(manifest, "utf8")).rootMainFiles.map((file) => `/_next/${file}`);
}

async function printSizes() {
  const bare = bareScripts();
  const floor = bare ? await total(bare).catch(() => null) : null;
  console.log("JavaScript on first load, gzipped");
  if (floor) console.log(`  ${"every page of this build".padEnd(28)} ${kib(floor).padStart(11)}`);
  for (const path of PAGES) {
    const size = await total(await scriptsOf(path));
    const beside = floor ? `  ${(size / floor).toFixed(2)} x` : "";
    console.log(`  ${`/en${path}`.padEnd(28)} ${kib(size).padStart(11)}${beside}`);
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function printLighthouse() {
  const port = await freePort();
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, `--remote-debugging-port=${port}`] });
  console.log(`\nLighthouse, the middle of ${RUNS} runs (performance / accessibility / best practices / SEO)`);
  try {
    for (const path of JUDGED) {
      const options = { port, onlyCategories: CATEGORIES, logLevel: "error" };
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push((await lighthouse(`${base}/en${path}`, options)).lhr);
      const scoresOf = (name) => runs.map(({ categories }) => Math.round((categories[name].score ?? 0) * 100));
      const middle = (scores) => scores.toSorted((one, other) => one - other)[Math.floor(RUNS / 2)];
      const scores = CATEGORIES.map((name) => middle(scoresOf(name)));
      const performance = scoresOf("performance").join(" ");
      console.log(`  ${`/en${path}`.padEnd(28)} ${scores.join(" / ")}   (performance ${performance})`);
      for (const audit of Object.values(runs[0].audits)) {
        if (audit.scoreDisplayMode === "binary" && audit.score === 0) console.log(`    ${audit.id}: ${audit.title}`);
      }
    }
  } finally {
    await browser.close();
  }
}

await printSizes();
await printLighthouse();
