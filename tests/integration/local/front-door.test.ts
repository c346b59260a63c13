import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { createFrontDoor, type FrontDoor } from "@/local/front-door.mjs";
import { client, joined, next, server as pusherServer } from "./realtime-clients";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let dataDir: string;
let handler: Handler;
let application: Server;
let door: FrontDoor;

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server, host: string) => new Promise<void>((resolve) => server.listen(0, host, resolve));
const echoHeaders: Handler = (incoming, response) => response.end(JSON.stringify(incoming.headers));
const address = () => `http://127.0.0.1:${portOf(door)}`;

async function openDoor(
  options: { trusted?: string; forwardUpgrades?: boolean } = {},
  host = "127.0.0.1",
): Promise<void> {
  door = createFrontDoor({ dataDir, ...options });
  door.targets.application = { host: "127.0.0.1", port: portOf(application) };
  await listening(door, host);
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "zhida-door-"));
  handler = echoHeaders;
  application = createServer((incoming, response) => handler(incoming, response));
  await listening(application, "127.0.0.1");
});

afterEach(() => {
  for (const server of [door, application]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the front door tells the application who asks", () => {
  it("from the connection, whatever the headers claim", async () => {
    await openDoor();
    const claims = {
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "evil.example",
      "x-forwarded-port": "1",
      "x-real-ip": "1.2.3.4",
      forwarded: "for=1.2.3.4",
      "x-middleware-subrequest": "proxy",
      "x-request-id": "req_1.2.3.4",
    };
    const seen = await (await fetch(`${address()}/`, { headers: claims })).json();
    expect(seen).toMatchObject({
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "http",
      "x-forwarded-host": new URL(address()).host,
    });
    expect(JSON.stringify(seen)).not.toContain("1.2.3.4");
    expect(seen).not.toHaveProperty("x-middleware-subrequest");
  });

  it("also for every repetition of a forged header", async () => {
    await openDoor();
    const answer = await rawRequest(
      "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4\r\nx-forwarded-for: 5.6.7.8\r\nConnection: close\r\n\r\n",
    );
    expect(answer).toContain('"x-forwarded-for":"127.0.0.1"');
    expect(answer).not.toMatch(/1\.2\.3\.4|5\.6\.7\.8/);
  });

  const elsewhere = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === "IPv4");
  it.skipIf(!elsewhere)("by its own address when it comes from outside loopback", async () => {
    await openDoor({}, "0.0.0.0");
    const seen = await (
      await fetch(`http://${elsewhere?.address}:${portOf(door)}/`, { headers: { "x-forwarded-for": "127.0.0.1" } })
    ).json();
    expect(seen["x-forwarded-for"]).toBe(elsewhere?.address);
  });

  it("from a trusted proxy's chain", async () => {
    await openDoor({ trusted: "127.0.0.0/8" });
    const chain = {
      "x-forwarded-for": "6.6.6.6, 198.51.100.7",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "help.example",
    };
    const seen = await (await fetch(`${address()}/`, { headers: chain })).json();
    expect(seen).toMatchObject({
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "help.example",
    });
  });
});

describe("the front door hands on", () => {
  it("each piece of a stream when it comes", async () => {
    let proceed: () => void = () => undefined;
    handler = (_incoming, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: one\n\n");
      proceed = () => response.end("data: two\n\n");
    };
    await openDoor();
    const reader = (await fetch(`${address()}/`)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: one\n\n");
    proceed();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: two\n\n");
  });

  it("headers before the first byte of a body", async () => {
    handler = (_incoming, response) => response.writeHead(200, { "x-early": "yes" }).flushHeaders();
    await openDoor();
    const stop = new AbortController();
    const response = await fetch(`${address()}/`, { signal: stop.signal });
    expect(response.headers.get("x-early")).toBe("yes");
    stop.abort();
  });

  it("a client's leaving", async () => {
    const left = new Promise((resolve) => {
      handler = (_incoming, response) => {
        response.write("…");
        response.once("close", () => resolve(response.writableFinished));
      };
    });
    await openDoor();
    const stop = new AbortController();
    const response = await fetch(`${address()}/`, { signal: stop.signal });
    await response.body?.getReader().read();
    stop.abort();
    expect(await left).toBe(false);
  });

  it("a response cut off behind it as cut off, not as complete", async () => {
    handler = (_incoming, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    };
    await openDoor();
    const response = await fetch(`${address()}/`);
    await expect(response.text()).rejects.toThrow();
  });

  it("a large body both ways unchanged, chunked or not", async () => {
    handler = (incoming, response) => incoming.pipe(response);
    await openDoor();
    const body = Buffer.alloc(3_000_000, "知答");
    const sized = await fetch(`${address()}/`, { method: "POST", body });
    expect(Buffer.from(await sized.arrayBuffer()).equals(body)).toBe(true);
    const stream = new Blob([body]).stream();
    const chunked = await fetch(`${address()}/`, { method: "POST", body: stream, duplex: "half" } as RequestInit);
    expect(Buffer.from(await chunked.arrayBuffer()).equals(body)).toBe(true);
  });

  it("several cookies as several headers", async () => {
    handler = (_incoming, response) => response.setHeader("set-cookie", ["a=1", "b=2"]).end();
    await openDoor();
    expect((await fetch(`${address()}/`)).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("a request again when a kept connection closed just then", async () => {
    handler = (_incoming, response) => response.end("fine");
    await openDoor();
    expect(await (await fetch(`${address()}/`)).text()).toBe("fine");
    application.closeAllConnections();
    expect(await (await fetch(`${address()}/`)).text()).toBe("fine");
  });
});

describe("without the application", () => {
  it("visitors get a page in their language with the company's contact, programs a problem", async () => {
    await openDoor();
    door.targets.application = null;
    writeFileSync(join(dataDir, "contact.json"), JSON.stringify({ name: "鹿屿 <数码>", phone: "400-000-1029" }));
    const page = await fetch(`${address()}/zh`, {
      headers: { accept: "text/html", "accept-language": "zh-CN,zh;q=0.9" },
    });
    expect(page.status).toBe(503);
    expect(page.headers.get("retry-after")).toBe("5");
    const html = await page.text();
    expect(html).toContain("400-000-1029");
    expect(html).toContain("鹿屿 &#60;数码&#62;");
    expect(html).toContain('lang="zh-CN"');
    const problem = await fetch(`${address()}/api/v1/sessions`, { method: "POST", body: "{}" });
    expect(problem.status).toBe(503);
    expect(await problem.json()).toMatchObject({ status: 503, code: "unavailable" });
  });

  it("an application that went away is a 502", async () => {
    await openDoor();
    await new Promise((resolve) => application.close(resolve));
    expect((await fetch(`${address()}/`)).status).toBe(502);
  });
});

describe("upgrades at the front door", () => {
  const realtime = () => ({
    appId: process.env.PUSHER_APP_ID ?? "",
    key: process.env.PUSHER_KEY ?? "",
    secret: process.env.PUSHER_SECRET ?? "",
    host: process.env.PUSHER_HOST ?? "",
    port: Number(process.env.PUSHER_PORT),
  });

  it("under /app/ reach the realtime server, for unmodified clients", async () => {
    await openDoor();
    door.targets.realtime = { host: realtime().host, port: realtime().port };
    const socket = client({ ...realtime(), host: "127.0.0.1", port: portOf(door) });
    const channel = await joined(socket, "private-through-the-door");
    const heard = next(channel, "said");
    await pusherServer(realtime()).trigger("private-through-the-door", "said", { text: "hi" });
    expect(await heard).toEqual({ text: "hi" });
    socket.disconnect();
  });

  it("never lead to the realtime server's API", async () => {
    handler = (_incoming, response) => response.end("application");
    await openDoor();
    door.targets.realtime = { host: realtime().host, port: realtime().port };
    expect(await (await fetch(`${address()}/apps/${realtime().appId}/channels`)).text()).toBe("application");
    expect(await (await fetch(`${address()}/app/${realtime().key}`)).text()).toBe("application");
  });

  it("elsewhere are refused in production and reach the application in development", async () => {
    application.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 418 Hot Reload\r\nContent-Length: 0\r\n\r\n"));
    await openDoor();
    expect(await upgradeStatus("/_next/webpack-hmr")).toBe(404);
    door.close();
    await openDoor({ forwardUpgrades: true });
    expect(await upgradeStatus("/_next/webpack-hmr")).toBe(418);
  });

  it("to anything but a WebSocket are refused", async () => {
    await openDoor();
    door.targets.realtime = { host: realtime().host, port: realtime().port };
    const answer = await rawRequest("GET /app/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
  });
});

describe("broken requests", () => {
  it("are answered with 400 and leave the door open for others", async () => {
    await openDoor();
    const both =
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n";
    expect(await rawRequest(both)).toMatch(/^HTTP\/1\.1 400/);
    expect((await fetch(`${address()}/`)).status).toBe(200);
  });

  it("that the framework cannot represent are problems here, and paths reach it as text", async () => {
    handler = (incoming, response) => response.end(incoming.url);
    await openDoor();
    const ask = (line: string) => rawRequest(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(await ask("TRACE /")).toMatch(/^HTTP\/1\.1 405 .*"code":"method_not_allowed"/s);
    expect(await ask("OPTIONS *")).toMatch(/^HTTP\/1\.1 400 .*"code":"malformed_address"/s);
    expect(await ask("GET /api/v1/%ff")).toMatch(/^HTTP\/1\.1 200 .*\/api\/v1\/%EF%BF%BD$/s);
  });

  it("that stop half-way are stopped behind the door too", async () => {
    const cut = new Promise((resolve) => {
      handler = (incoming) => incoming.once("close", () => resolve(incoming.complete)).resume();
    });
    await openDoor();
    const outgoing = request(`${address()}/`, { method: "POST", headers: { "content-length": "1000" } });
    outgoing.on("error", () => undefined);
    outgoing.write("half", () => setImmediate(() => outgoing.destroy()));
    expect(await cut).toBe(false);
  });
});

function rawRequest(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(portOf(door), "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    for (const end of ["close", "error"]) socket.on(end, () => resolve(answer));
  });
}

function upgradeStatus(path: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${portOf(door)}${path}`);
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.once("open", () => resolve(101));
    socket.once("error", () => undefined);
  });
}
