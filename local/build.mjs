/** The production build, made again only when its sources changed. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./file-lock.mjs";
import { say, step } from "./progress.mjs";
import { runCommand } from "./run-command.mjs";
import { sourcesHash } from "./sources-hash.mjs";

/**
 * Builds unless the last finished build is of these very sources. Two starts in one folder never build at once.
 * @param {{ root: string, command: string[], env: NodeJS.ProcessEnv, signal?: AbortSignal }} options
 */
export async function buildApplication({ root, command, env, signal }) {
  const marker = join(root, ".next", "source-hash");
  const wanted = sourcesHash(root);
  if (isBuilt(marker, wanted)) return;
  const waiting = ({ pid }) => say(`Another start (process ${pid}) is building; waiting for it.`);
  await withLock(join(root, "node_modules", ".build.lock"), waiting, async () => {
    if (isBuilt(marker, wanted)) return;
    rmSync(marker, { force: true });
    await step("Building the application", () =>
      runCommand("The build", command, { cwd: root, env: { ...env, NODE_ENV: "production" }, signal }),
    );
    writeFileSync(marker, wanted);
  });
}

function isBuilt(marker, wanted) {
  return existsSync(marker) && readFileSync(marker, "utf8") === wanted;
}
