import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_PASSWORD } from "./installation";

const START_LIMIT_MS = 170_000;

/** An installation of a journey's own, beside the one of all others. */
export type OwnInstallation = { url: string; output: () => string; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** Starts one in a fresh folder and waits until it says that it runs. */
export async function startInstallation(seed: "demo" | "none"): Promise<OwnInstallation> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhida-e2e-own-"));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, SEED: seed, DEMO_PASSWORD, RATE_LIMITS: "off" };
  const child = spawn(process.execPath, ["local/launch.mjs", "start"], { env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`Not started:\n${output}`)), START_LIMIT_MS);
    child.once("exit", () => reject(new Error(`Ended:\n${output}`)));
    child.stdout.on("data", (part: Buffer) => {
      output += part.toString();
      if (!output.includes("Ctrl-C stops everything.")) return;
      clearTimeout(limit);
      resolve();
    });
  });
  return {
    url: `http://localhost:${port}`,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      await ended(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
