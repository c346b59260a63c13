import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { db, disconnect } from "@/db/client";
import { isLocale, LOCALES, type Locale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import setup from "@/messages/en/setup.json";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import { deferredWork } from "@/server/deferred";
import { importKnowledge } from "@/server/knowledge/import-knowledge";
import { type ImportFile, parseImport } from "@/server/knowledge/parse-import";

const TYPES = [".md", ".markdown", ".jsonl", ".ndjson", ".json", ".csv"];
const USAGE = `Usage: npm run knowledge:import -- PATH [--locale ${LOCALES.join("|")}]
PATH is a folder of Markdown files, or a file: ${TYPES.join(" ")}`;
const SHOWN_REFUSALS = 50;
const REASONS: Partial<Record<string, string>> = {
  ...setup.knowledge.files.reasons,
  not_json: "is not JSON",
  not_csv: "is not CSV",
  not_an_object: "is not an object of question and answer",
  front_matter: "has front matter that cannot be read",
  slug: "has an address that is no slug",
  popular: "has a place among the popular ones that is no number from 1 to 1000",
};

async function filesAt(path: string): Promise<ImportFile[]> {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}.`);
  if (!(await stat(path)).isDirectory()) return [{ path: basename(path), bytes: await readFile(path) }];
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && TYPES.includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name));
  const base = paths.some((file) => dirname(file) !== path) ? path : dirname(path);
  return Promise.all(paths.sort().map(async (file) => ({ path: relative(base, file), bytes: await readFile(file) })));
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Imports, publishes and learns the new wordings; exits 0 when at least one entry was taken, and tells every one that was not. */
async function main(path: string, locale: Locale | undefined): Promise<number> {
  const began = Date.now();
  const { entries, refused } = parseImport(await filesAt(path), locale);
  const ctx = { actor: { kind: "system" } as const, db: db(), now: new Date(), requestId: newId("request") };
  let told = 0;
  const counts = await importKnowledge({
    ctx,
    input: { entries },
    onProgress: (done, total) => {
      const percent = Math.floor((done / total) * 10) * 10;
      if (percent > told) report(`  ${done} of ${total}`);
      told = percent;
    },
  });
  for (const locale of new Set(entries.map((entry) => entry.locale))) await trainInLocale(ctx, locale);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  report(`${counts.created} new, ${counts.updated} changed, ${counts.unchanged} unchanged in ${seconds} s.`);
  if (refused.length > 0) report(`${refused.length} refused:`);
  for (const { origin, reason } of refused.slice(0, SHOWN_REFUSALS))
    report(`  ${origin}: ${REASONS[reason] ?? reason}`);
  if (refused.length > SHOWN_REFUSALS) report(`  … and ${refused.length - SHOWN_REFUSALS} more`);
  return entries.length > 0 ? 0 : 1;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { locale: { type: "string" } } });
const [path] = positionals;
try {
  if (!path || (values.locale !== undefined && !isLocale(values.locale))) {
    report(USAGE);
    process.exitCode = 2;
  } else process.exitCode = await main(resolve(process.env.INIT_CWD ?? "", path), values.locale);
} catch (error) {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
} finally {
  await deferredWork();
  await disconnect();
}
