/** File sizes and names: none over 300 lines, median and 90th percentile within budget, page files at most 40 lines. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { sourceFiles } from "./source-files.mjs";

const LIMIT = 300;
const MEDIAN = 70;
const P90 = 200;
const PAGE_LIMIT = 40;
const EMPTY_NAMES = /^(utils|helpers|misc|common|types)\.(ts|tsx|mjs)$/;

const counted = sourceFiles(".ts", ".tsx", ".mjs").filter(
  (file) =>
    !file.startsWith("db/seed/") && !file.startsWith("drizzle/") && !file.endsWith(".d.ts") && !file.endsWith(".d.mts"),
);
const sizes = counted.map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }));
const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
const quantile = (share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

const problems = [
  ...sizes.filter(({ lines }) => lines > LIMIT).map(({ file, lines }) => `${file}: ${lines} lines`),
  ...sizes
    .filter(({ file, lines }) => basename(file) === "page.tsx" && lines > PAGE_LIMIT)
    .map(({ file, lines }) => `${file}: ${lines} lines in a page`),
  ...counted
    .filter((file) => EMPTY_NAMES.test(basename(file)) && file !== "lib/utils.ts")
    .map((file) => `${file}: a name that says nothing`),
];
if (quantile(0.5) > MEDIAN) problems.push(`median ${quantile(0.5)} lines, at most ${MEDIAN}`);
if (quantile(0.9) > P90) problems.push(`90th percentile ${quantile(0.9)} lines, at most ${P90}`);
process.stdout.write(
  `${sizes.length} files, median ${quantile(0.5)}, p90 ${quantile(0.9)}, longest ${sorted.at(-1)}\n`,
);
if (problems.length > 0) {
  process.stdout.write(`${problems.join("\n")}\n`);
  process.exit(1);
}
