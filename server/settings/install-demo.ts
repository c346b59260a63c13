import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { SignIn } from "@/db/seed/company";
import { seedDemo } from "@/db/seed/demo";
import type { ServiceContext } from "@/server/context";
import { importKnowledge } from "@/server/knowledge/import-knowledge";
import { parseImport } from "@/server/knowledge/parse-import";

const ARTICLES = join(process.cwd(), "db/seed/articles");

async function readArticles() {
  const entries = await readdir(ARTICLES, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({ path: relative(ARTICLES, path), bytes: await readFile(path) })),
  );
}

/**
 * Fills an empty database with the demo company and its published articles, up to `ctx.now`.
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
  const { entries, refused } = parseImport(await readArticles());
  const [first] = refused;
  if (first) throw new Error(`Demo article ${first.origin}: ${first.reason}`);
  const importArticles = async () => {
    await importKnowledge({ ctx, input: { entries } });
  };
  return seedDemo({ db: ctx.db, anchor: ctx.now, importArticles, ...input });
}
