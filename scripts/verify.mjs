/** `npm run verify`: format, lint, types, import rules, file budgets, words, dead code; all at once, every failure shown. */
import { spawn } from "node:child_process";

const bin = (name) => `node_modules/.bin/${name}`;
const CHECKS = [
  ["format and lint", bin("biome"), ["check", "--error-on-warnings", "--max-diagnostics=40"]],
  ["types", bin("tsc"), ["--noEmit"]],
  ["dead code", bin("knip"), ["--no-progress"]],
  ["import rules", process.execPath, ["scripts/verify/import-rules.mjs"]],
  ["file budgets", process.execPath, ["scripts/verify/file-budgets.mjs"]],
  ["words in every language", process.execPath, ["scripts/verify/message-parity.mjs"]],
];

function run([title, command, args]) {
  return new Promise((resolve) => {
    const began = Date.now();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part) => {
        output += part;
      });
    child.on("error", (error) => resolve({ title, ok: false, output: String(error), seconds: 0 }));
    child.on("close", (code) => resolve({ title, ok: code === 0, output, seconds: (Date.now() - began) / 1000 }));
  });
}

const results = await Promise.all(CHECKS.map(run));
for (const { title, ok, output, seconds } of results) {
  process.stdout.write(`${ok ? "ok    " : "FAILED"} ${title} (${seconds.toFixed(1)} s)\n`);
  if (!ok) process.stdout.write(`${output.trim()}\n\n`);
}
const failed = results.filter(({ ok }) => !ok).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
