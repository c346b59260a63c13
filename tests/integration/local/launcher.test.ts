import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  eventually,
  launch,
  listenersOf,
  type Program,
  processesOf,
  type Running,
  type Scratch,
  scratch,
} from "./launcher-process";
import { unprivileged } from "./unprivileged";

const READY = /Ctrl-C stops everything/;
const URL_LINE = /Help center +(http:\S+?)\/\n/;

let place: Scratch;
let started: Running[];

const start = (extra?: Record<string, string>, program?: Program) => {
  const running = launch(place, extra, program);
  started.push(running);
  return running;
};

const ask = async (running: Running, path = "/") => (await fetch((await running.until(URL_LINE)) + path)).json();

// Whole installations start and stop here; a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

beforeEach(() => {
  place = scratch();
  started = [];
});

afterEach(async () => {
  for (const running of started) running.signal("SIGTERM");
  await Promise.all(started.map((running) => running.ended));
  await eventually("every process of the installation gone", () => processesOf(place.dataDir).length === 0);
  place.remove();
});

describe("a first start", () => {
  it("builds, migrates, seeds, serves on one port, prints URL and sign-ins; and stops everything on Ctrl-C", async () => {
    const running = start({ DEMO_PASSWORD: "for-scripts" });
    await running.until(READY);
    expect(running.output()).toMatch(/✓ Building[\s\S]*✓ Starting the web application/);
    expect(running.output()).toMatch(/admin +ada@example\.test +for-scripts/);
    const url = await running.until(URL_LINE);
    const { env, headers } = await ask(running);
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(env).toMatchObject({ APP_URL: url, SEED: "demo", DATA_DIR: place.dataDir, NODE_ENV: "production" });
    expect(headers["x-forwarded-for"]).toMatch(/^(127\.0\.0\.1|::1)$/);
    running.signal("SIGINT");
    expect(await running.ended).toEqual({ code: 0, signal: null });
    expect(processesOf(place.dataDir)).toEqual([]);
  });

  it("opens one port to others, even when asked to listen everywhere; the rest is on loopback", async () => {
    const running = start({ HOST: "0.0.0.0" });
    await running.until(READY);
    const port = new URL(await running.until(URL_LINE)).port;
    const open = listenersOf(place.dataDir);
    expect(open).toContain(`0.0.0.0:${port}`);
    expect(open.length).toBeGreaterThanOrEqual(4);
    expect(open.filter((address) => !/^127\.|^0{24}01000000:/.test(address))).toEqual([`0.0.0.0:${port}`]);
  });

  it("makes its secrets readable by their owner only and never changes them", async () => {
    const first = start();
    await first.until(READY);
    const file = join(place.dataDir, "secrets.json");
    const secrets = readFileSync(file, "utf8");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(place.dataDir).mode & 0o777).toBe(0o700);
    expect(new Set(Object.values(JSON.parse(secrets))).size).toBe(Object.keys(JSON.parse(secrets)).length);
    expect(first.output()).not.toContain(JSON.parse(secrets).databasePassword);
    first.signal("SIGTERM");
    await first.ended;
    chmodSync(file, 0o644);
    const second = start();
    await second.until(READY);
    expect(readFileSync(file, "utf8")).toBe(secrets);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(place.root, ".next/builds"), "utf8")).toBe("built\n");
    expect(second.output()).not.toContain("Filling in the demo");
    expect(second.output()).toContain("ada@example.test");
  });

  it("builds again when a source changed", async () => {
    const first = start();
    await first.until(READY);
    first.signal("SIGTERM");
    await first.ended;
    writeFileSync(join(place.root, "app/page.tsx"), "another page");
    await start().until(READY);
    expect(readFileSync(join(place.root, ".next/builds"), "utf8")).toBe("built\nbuilt\n");
  });

  it("prints the setup link with a fresh token when nothing is seeded", async () => {
    const first = start({ SEED: "none" });
    const token = await first.until(/\/setup\?token=([\w-]{20,})/);
    const { env } = await ask(first);
    expect(env).toMatchObject({ SEED: "none", SETUP_TOKEN: token });
    first.signal("SIGTERM");
    await first.ended;
    expect(await start({ SEED: "none" }).until(/\/setup\?token=([\w-]{20,})/)).not.toBe(token);
  });
});

describe("a second start", () => {
  it("on the same data says where it already runs, and leaves it running", async () => {
    const first = start();
    await first.until(READY);
    const second = start();
    expect((await second.ended).code).toBe(1);
    expect(second.output()).toMatch(new RegExp(`Already running: process ${first.pid} at http://localhost:\\d+`));
    expect((await ask(first)).env.SEED).toBe("demo");
  });

  it("with other data takes the next free port", async () => {
    const other = scratch();
    const [first, second] = [start(), launch(other)];
    await Promise.all([first.until(READY), second.until(READY)]);
    expect(await first.until(URL_LINE)).not.toBe(await second.until(URL_LINE));
    second.signal("SIGTERM");
    await second.ended;
    other.remove();
  });

  it("refuses a PORT that is taken", async () => {
    const squatter = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const port = String((squatter.address() as { port: number }).port);
    const running = start({ PORT: port });
    expect((await running.ended).code).toBe(1);
    expect(running.output()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    squatter.close();
  });
});

describe("when something goes wrong", () => {
  it("kill -9 of the launcher leaves no process behind, and the next start works on the same data", async () => {
    const first = start();
    await first.until(READY);
    expect(processesOf(place.dataDir).length).toBeGreaterThanOrEqual(4);
    first.signal("SIGKILL");
    await eventually("every process gone", () => processesOf(place.dataDir).length === 0);
    const second = start();
    await second.until(READY);
    expect((await ask(second)).env.SEED).toBe("demo");
  });

  it("kill -9 in the middle of a build leaves no process behind either", async () => {
    const running = start({ STAND_IN_BUILD: "endless" });
    await running.until(/✓ Preparing the database/);
    expect(processesOf(place.dataDir).some((line) => line.includes("build.mjs"))).toBe(true);
    running.signal("SIGKILL");
    await eventually("every process gone", () => processesOf(place.dataDir).length === 0);
  });

  it("kill -9 in the middle of an installation leaves no npm behind to meet that of the next start", async () => {
    const npm = join(place.root, "npm.mjs");
    writeFileSync(join(place.root, "package-lock.json"), '{"packages":{"node_modules/a":{"version":"1.0.0"}}}');
    writeFileSync(npm, 'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 60_000);');
    const running = start({ npm_execpath: npm });
    const isNpm = (line: string) => line.includes("npm.mjs ci") && !line.includes("tethered.mjs");
    await eventually("npm", () => processesOf(place.dataDir).some(isNpm));
    running.signal("SIGKILL");
    await eventually("every process gone", () => processesOf(place.dataDir).length === 0);
  });

  it("Ctrl-C in the middle of a build stops at once", async () => {
    const running = start({ STAND_IN_BUILD: "endless" });
    await running.until(/✓ Preparing the database/);
    running.signal("SIGINT");
    expect((await running.ended).code).toBe(0);
    expect(processesOf(place.dataDir)).toEqual([]);
  });

  it("kill -9 of the services stops the rest, the database included", async () => {
    const running = start();
    await running.until(READY);
    const services = processesOf(place.dataDir).find((line) => line.includes("services-main"));
    process.kill(Number(services?.split(" ")[0]), "SIGKILL");
    expect((await running.ended).code).toBe(1);
    expect(running.output()).toMatch(/The local services ended \(SIGKILL\)\. Everything was stopped\.\n$/);
    await eventually("every process gone", () => processesOf(place.dataDir).length === 0);
  });

  it("an application that dies stops everything with its last words and a non-zero exit", async () => {
    const running = start();
    await running.until(READY);
    await fetch(`${await running.until(URL_LINE)}/die`).catch(() => undefined);
    expect((await running.ended).code).toBe(1);
    expect(running.output()).toMatch(
      /\nThe web application ended \(code 7\): out of coffee Everything was stopped\.\n$/,
    );
    expect(processesOf(place.dataDir)).toEqual([]);
  });

  it("a database that dies stops everything", async () => {
    const running = start();
    await running.until(READY);
    const postgres = Number(readFileSync(join(place.dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(postgres, "SIGKILL");
    expect((await running.ended).code).toBe(1);
    expect(running.output()).toMatch(/The local services ended \(code 1\): PostgreSQL ended \(SIGKILL\)/);
    expect(running.output()).not.toContain("starting up");
  });

  it("a failed build or migration ends the start with its reason", async () => {
    const build = start({ STAND_IN_BUILD: "fail" });
    expect((await build.ended).code).toBe(1);
    expect(build.output()).toContain("Type error: a button is not a number");
    const migration = start({ STAND_IN_MIGRATE: "fail" });
    expect((await migration.ended).code).toBe(1);
    expect(migration.output()).toContain("The database was encrypted under another ENCRYPTION_KEY.");
  });

  it("a data directory of another major version is refused, with the way to dump it, and stays as it is", async () => {
    const cluster = join(place.dataDir, "postgres");
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    writeFileSync(join(cluster, "PG_VERSION"), "17\n");
    const running = start();
    expect((await running.ended).code).toBe(1);
    expect(running.output()).toMatch(/made by PostgreSQL 17; this version runs PostgreSQL 18[\s\S]*pg_dump/);
    expect(readdirSync(cluster)).toEqual(["PG_VERSION"]);
  });
});

describe("other ways to run", () => {
  it("a plain DATABASE_URL keeps the gateway only and is never seeded", async () => {
    const url = process.env.DATABASE_URL?.replace(/\/[^/]*$/, "/zhida") ?? "";
    const running = start({ DATABASE_URL: url });
    await running.until(READY);
    const { env } = await ask(running);
    expect(env).toMatchObject({ DATABASE_URL: url, SEED: "none" });
    expect(env.NEON_LOCAL_PROXY).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(readdirSync(place.dataDir)).not.toContain("postgres");
  });

  it("Neon and Pusher keys keep nothing local", async () => {
    const cloud = {
      DATABASE_URL: "postgresql://u:p@ep-x.aws.neon.tech/z",
      PUSHER_APP_ID: "1",
      PUSHER_KEY: "k",
      PUSHER_SECRET: "s",
    };
    const running = start({ ...cloud, STAND_IN_MIGRATE: "skip" });
    await running.until(READY);
    const { env } = await ask(running);
    expect(env).toMatchObject({ DATABASE_URL: cloud.DATABASE_URL, PUSHER_KEY: "k" });
    expect(env).not.toHaveProperty("NEON_LOCAL_PROXY");
    expect(env).not.toHaveProperty("PUSHER_HOST");
    expect(processesOf(place.dataDir).filter((line) => line.includes("services-main"))).toEqual([]);
  });

  it.skipIf(process.getuid?.() !== 0)("a user without rights runs it like root does", async () => {
    const running = start({}, unprivileged(place));
    await running.until(READY);
    expect((await ask(running)).env.SEED).toBe("demo");
    expect(statSync(join(place.dataDir, "secrets.json")).uid).toBe(65534);
  });
});
