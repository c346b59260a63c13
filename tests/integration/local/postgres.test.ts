import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { neonConfig, Pool } from "@neondatabase/serverless";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startPostgres } from "@/local/postgres.mjs";
import { postgresRunner } from "@/local/postgres-binaries.mjs";
import { type LocalServices, startServices } from "@/local/services.mjs";

const PASSWORD = "a password with @:/? in it";
let dataDir: string;
let services: LocalServices | undefined;

// Whole installations start and stop here; a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "zhida-postgres-"));
});

afterEach(async () => {
  await services?.stop();
  services = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

/** One query on a pool of its own, through the services' gateway. */
async function query(at: LocalServices, text: string): Promise<Record<string, unknown>[]> {
  const pool = new Pool({ connectionString: at.databaseUrl });
  pool.on("error", () => undefined);
  Object.assign(neonConfig, { wsProxy: () => `${at.neonProxy}/v2`, useSecureWebSocket: false, pipelineConnect: false });
  const { rows } = await pool.query(text);
  await pool.end();
  return rows;
}

describe("the embedded database", () => {
  it("keeps its data and password over a restart, is UTF-8, splits Chinese trigrams and is durable by default", async () => {
    services = await startServices({ dataDir, databasePassword: PASSWORD, realtime: false });
    await query(services, "create table kept as select '知答'::text as name; create extension pg_trgm");
    await services.stop();
    services = await startServices({ dataDir, databasePassword: PASSWORD, realtime: false });
    const [row] = await query(
      services,
      `select name, cardinality(show_trgm(name)) as trigrams, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding,
        (select rolsuper from pg_roles where rolname = current_user) as super from kept`,
    );
    expect(row).toEqual({ name: "知答", trigrams: 3, fsync: "on", commit: "on", encoding: "UTF8", super: false });
  });

  it("refuses a password of another installation with a sentence", async () => {
    services = await startServices({ dataDir, databasePassword: PASSWORD, fsync: false, realtime: false });
    await services.stop();
    services = undefined;
    await expect(startServices({ dataDir, databasePassword: "other", fsync: false })).rejects.toThrow("secrets.json");
  });

  it("stops a server that an earlier run left behind before it starts its own", async () => {
    const left = await startPostgres({ dataDir, password: PASSWORD, fsync: false });
    services = await startServices({ dataDir, databasePassword: PASSWORD, fsync: false, realtime: false });
    expect(await left.exited).toContain("PostgreSQL ended");
    expect(await query(services, "select 1 as alive")).toEqual([{ alive: 1 }]);
  });

  it.skipIf(process.getuid?.() !== 0)("runs as another user when root may not make namespaces", async () => {
    chmodSync(dataDir, 0o755);
    const postgres = await startPostgres({
      dataDir,
      password: PASSWORD,
      fsync: false,
      runner: postgresRunner({ forbidNamespaces: true }),
    });
    const status = execFileSync("ps", ["-o", "uid=", "-p", String(postgres.pid)], { encoding: "utf8" });
    expect(status.trim()).toBe("65534");
    await postgres.stop();
  });
});

describe("the gateway in front of a database that wants TLS", () => {
  it.skipIf(!existsSync("/usr/bin/openssl"))(
    "encrypts both its legs and checks the certificate when told to",
    async () => {
      const plain = await startPostgres({ dataDir, password: PASSWORD, fsync: false });
      await plain.stop();
      const [key, certificate] = [join(dataDir, "server.key"), join(dataDir, "server.crt")];
      const subject = ["-subj", "/CN=localhost", "-nodes", "-days", "1", "-keyout", key, "-out", certificate];
      execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", ...subject], { stdio: "ignore" });
      const settings = `ssl = on\nssl_key_file = '${key}'\nssl_cert_file = '${certificate}'\n`;
      appendFileSync(join(dataDir, "postgres/postgresql.conf"), settings);
      const secure = await startPostgres({ dataDir, password: PASSWORD, fsync: false });
      try {
        services = await startServices({ dataDir, databaseUrl: `${secure.url}?sslmode=require`, realtime: false });
        const used = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
        expect(await query(services, used)).toEqual([{ ssl: true }]);
        const response = await fetch(`http://${services.neonProxy}/sql`, {
          method: "POST",
          headers: { "Neon-Connection-String": services.databaseUrl },
          body: JSON.stringify({ query: used }),
        });
        expect(await response.json()).toMatchObject({ rows: [{ ssl: true }] });
        await services.stop();
        services = await startServices({ dataDir, databaseUrl: `${secure.url}?sslmode=verify-full`, realtime: false });
        await expect(query(services, used)).rejects.toThrow();
      } finally {
        await secure.stop();
      }
    },
  );
});
