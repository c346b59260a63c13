import { neon, neonConfig, Pool } from "@neondatabase/serverless";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";

const proxy = process.env.NEON_LOCAL_PROXY ?? "";
const url = process.env.DATABASE_URL ?? "";
const asDatabase = (name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
const wrongPassword = () => Object.assign(new URL(url), { password: "wrong" }).toString();
const own = new URL(url).pathname.slice(1);

neonConfig.fetchEndpoint = () => `http://${proxy}/sql`;
neonConfig.wsProxy = () => `${proxy}/v2`;
neonConfig.useSecureWebSocket = false;
neonConfig.pipelineConnect = false;
neonConfig.pipelineTLS = false;
neonConfig.coalesceWrites = false;

const sql = neon(url);

beforeAll(async () => {
  await neon(asDatabase("zhida")).query(`create database ${own}`);
  await sql`create table counter (id int primary key, n int not null check (n >= 0))`;
});

afterAll(async () => {
  await neon(asDatabase("zhida")).query(`drop database ${own} with (force)`);
});

describe("the unmodified Neon driver over HTTP", () => {
  it("gets every type as Neon would give it", async () => {
    const [row] =
      await sql`select 9007199254740993::int8 as big, 1.10::numeric as money, true as yes, null::text as nothing,
      '2026-01-02 03:04:05.678+00'::timestamptz as at, '{"a":[1,"二"]}'::jsonb as doc, array[1,2] as numbers,
      array['a,b','"c"'] as words, '\\x00ff'::bytea as raw, ${"人工"}::text as said, ${["x", "y"]}::text[] as list`;
    expect(row).toMatchObject({
      big: "9007199254740993",
      money: "1.10",
      yes: true,
      nothing: null,
      at: new Date("2026-01-02T03:04:05.678Z"),
      doc: { a: [1, "二"] },
      numbers: [1, 2],
      words: ["a,b", '"c"'],
      said: "人工",
      list: ["x", "y"],
    });
    expect(Buffer.from(row?.raw as Uint8Array)).toEqual(Buffer.from([0, 255]));
  });

  it("gets array rows and full results when it asks for them", async () => {
    const full = neon(url, { arrayMode: true, fullResults: true });
    const result = await full`select 1 as one, 'two' as two`;
    expect(result).toMatchObject({ command: "SELECT", rowCount: 1, rowAsArray: true, rows: [[1, "two"]] });
    expect(result.fields.map((field) => field.name)).toEqual(["one", "two"]);
  });

  it("plans a long statement that comes again once a connection, and goes on when the plan is outdated", async () => {
    await sql`create table shapes (id int primary key)`;
    await sql`insert into shapes values (1)`;
    const long = `select * from shapes where id = $1 ${"/* what makes it worth preparing */".repeat(20)}`;
    for (let round = 0; round < 20; round += 1) expect(await sql.query(long, [1])).toEqual([{ id: 1 }]);
    const inOneSession = await sql.transaction([
      sql.query("select count(*)::int as plans from pg_prepared_statements where statement = $1", [long]),
    ]);
    expect(inOneSession).toEqual([[{ plans: 1 }]]);
    await sql`alter table shapes add column name text default 'round'`;
    for (let round = 0; round < 20; round += 1) expect(await sql.query(long, [1])).toEqual([{ id: 1, name: "round" }]);
  });

  it("keeps nothing of a batch whose last statement fails, and says which constraint", async () => {
    const batch = sql.transaction([sql`insert into counter values (1, 1)`, sql`insert into counter values (2, -1)`]);
    await expect(batch).rejects.toMatchObject({ code: "23514", constraint: "counter_n_check", table: "counter" });
    expect(await sql`select * from counter where id in (1, 2)`).toEqual([]);
  });

  it("honours a batch's isolation and read-only wishes", async () => {
    const [[level]] = (await sql.transaction([sql`show transaction_isolation`], {
      isolationLevel: "Serializable",
    })) as [[Record<string, string>]];
    expect(level.transaction_isolation).toBe("serializable");
    const write = sql.transaction([sql`insert into counter values (3, 1)`], { readOnly: true });
    await expect(write).rejects.toMatchObject({ code: "25006" });
  });

  it("never lets a transaction that one client left open reach the next", async () => {
    await sql`begin`;
    await sql`insert into counter values (10, 1)`;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const [row] =
        await sql`select now() = statement_timestamp() as fresh, (select count(*)::int from counter where id = 10) as n`;
      expect(row).toEqual({ fresh: true, n: 1 });
    }
  });

  it("refuses a wrong password and an unknown database", async () => {
    await expect(neon(wrongPassword())`select 1`).rejects.toMatchObject({ code: "28P01" });
    await expect(neon(asDatabase("nowhere"))`select 1`).rejects.toMatchObject({ code: "3D000" });
  });

  it("answers thirty-two clients at once, each with its own rows", async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => sql`select ${n}::int as n, pg_sleep(0.01)`));
    expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 32 }, (_, n) => n));
  });
});

describe("the unmodified Neon driver over WebSockets", () => {
  const pool = new Pool({ connectionString: url, max: 8 });
  pool.on("error", () => undefined);
  afterAll(() => pool.end());

  it("runs interactive transactions that commit and roll back", async () => {
    const client = await pool.connect();
    await client.query("begin");
    await client.query("insert into counter values (20, 1)");
    expect((await pool.query("select 1 from counter where id = 20")).rowCount).toBe(0);
    await client.query("commit");
    await client.query("begin");
    await client.query("update counter set n = 99 where id = 20");
    await client.query("rollback");
    client.release();
    expect((await pool.query("select n from counter where id = 20")).rows).toEqual([{ n: 1 }]);
  });

  it("loses no update of clients that lock the same row", async () => {
    await pool.query("insert into counter values (30, 0)");
    await Promise.all(Array.from({ length: 40 }, () => pool.query("update counter set n = n + 1 where id = 30")));
    expect((await pool.query("select n from counter where id = 30")).rows).toEqual([{ n: 40 }]);
  });

  it("carries megabytes both ways unchanged", async () => {
    const text = "知".repeat(1_500_000);
    const { rows } = await pool.query("select $1::text as echo, repeat('x', 5000000) as much", [text]);
    expect(rows[0].echo === text).toBe(true);
    expect(rows[0].much).toHaveLength(5_000_000);
  });

  it("refuses a wrong password", async () => {
    const stranger = new Pool({ connectionString: wrongPassword() });
    await expect(stranger.query("select 1")).rejects.toMatchObject({ code: "28P01" });
    await stranger.end();
  });
});

describe("the gateway", () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`http://${proxy}/sql`, { method: "POST", body, headers: { "Neon-Connection-String": url, ...headers } });

  it("refuses whatever comes from a web page", async () => {
    const response = await post('{"query":"select 1"}', { Origin: "http://localhost:3000" });
    expect(response.status).toBe(403);
    expect(await upgradeStatus({ origin: "https://evil.example" })).toBe(403);
  });

  it.each([
    ["malformed JSON", "{"],
    ["no query", "{}"],
    ["a query that is no text", '{"query":7}'],
  ])("answers %s with 400", async (_what, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty("message");
  });

  it("needs a role and a database in the connection string", async () => {
    expect((await post('{"query":"select 1"}', { "Neon-Connection-String": "postgresql://localhost/" })).status).toBe(
      400,
    );
    expect((await post('{"query":"select 1"}', { "Neon-Connection-String": "nonsense" })).status).toBe(400);
  });

  it("closes a socket that does not speak PostgreSQL", async () => {
    const socket = new WebSocket(`ws://${proxy}/v2`);
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.once("open", () => socket.send("hello there, this is no startup packet"));
    await closed;
    expect(await sql`select 1 as alive`).toEqual([{ alive: 1 }]);
  });
});

function upgradeStatus(options: { origin: string }): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${proxy}/v2`, options);
    socket.once("open", () => resolve(101));
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.once("error", () => undefined);
  });
}
