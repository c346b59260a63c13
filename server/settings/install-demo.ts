import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { SignIn } from "@/db/seed/company";
import { seedDemo } from "@/db/seed/demo";
import { DEMO_STAGES } from "@/lib/contracts/settings";
import { LOCALES } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { gatherGaps } from "@/server/gaps/gather-gaps";
import { importKnowledge } from "@/server/knowledge/import-knowledge";
import { parseImport } from "@/server/knowledge/parse-import";
import { addCases } from "@/server/quality/evaluation/import-cases";
import { parseCases } from "@/server/quality/evaluation/parse-cases";
import { addedIds, sharedIds, writeDemo } from "./demo-ledger";
import { readSettings } from "./get-settings";

const ARTICLES = join(process.cwd(), "db/seed/articles");
const GOLDEN = join(process.cwd(), "db/seed/golden");

async function readArticles() {
  const entries = await readdir(ARTICLES, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({ path: relative(ARTICLES, path), bytes: await readFile(path) })),
  );
}

/** The golden set of the demo company; what is there already stays. */
async function installGoldenSet(ctx: ServiceContext): Promise<void> {
  for (const locale of LOCALES) {
    const name = `${locale}.jsonl`;
    const { entries, refused } = parseCases({ name, text: await readFile(join(GOLDEN, name), "utf8") }, locale);
    const report = await addCases(ctx, entries, { origin: "written", staffId: null });
    const bad = [...refused, ...report.refused].find(({ reason }) => reason !== "case_exists");
    if (bad) throw new Error(`Demo case ${bad.origin}: ${bad.reason}`);
  }
}

/**
 * Adds the demo company and its published articles, up to `ctx.now`, and writes down which rows are its own. Done again
 * after it was cut off, it goes on; once it is there, nothing happens.
 * @param input.beforeCommit learns how each person signs in, before any account exists.
 * @throws Error naming an article that could not be taken.
 */
export async function installDemo({
  ctx,
  input,
}: {
  ctx: ServiceContext<{ kind: "system" }>;
  input: { password?: string; beforeCommit?: (signIns: SignIn[]) => Promise<void> };
}): Promise<SignIn[]> {
  const { value } = await readSettings(ctx.db, "demo");
  if (value.state === "ready") return [];
  const { entries, refused } = parseImport(await readArticles());
  const [first] = refused;
  if (first) throw new Error(`Demo article ${first.origin}: ${first.reason}`);
  const before = value.before ?? (await sharedIds(ctx.db));
  const importArticles = async () => {
    await importKnowledge({ ctx, input: { entries } });
    await installGoldenSet(ctx);
  };
  const signIns = await seedDemo({
    db: ctx.db,
    anchor: ctx.now,
    password: input.password,
    importArticles,
    onStage: (stage) => writeDemo(ctx.db, { state: "loading", stage, before }),
    beforeCommit: async (signIns, tx) => {
      await input.beforeCommit?.(signIns);
      const added = addedIds(before, await sharedIds(tx));
      await writeDemo(tx, { state: "ready", stage: DEMO_STAGES.length, before: null, added });
    },
  });
  await gatherGaps(ctx);
  return signIns;
}
