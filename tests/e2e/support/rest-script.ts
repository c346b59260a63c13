import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { E2E_DATA_DIR, E2E_PORT } from "./installation";

const BASE = `http://localhost:${E2E_PORT}/api/v1`;

type Message = { id: string; seq: number; kind: string; text: string; sender: { type: string; name: string | null } };
/** Any reply's body; a call knows which of these it gives. */
export type Reply = {
  id?: string;
  token?: string;
  number?: number;
  status?: string | number;
  code?: string;
  queue?: object | null;
  history?: object[];
  conversations?: object[];
  messages: Message[];
};
type Outcome = { status: number; type: string; body: Reply };
type Call = { token?: string; body?: unknown; headers?: Record<string, string> };

const bearer = (token?: string): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});

async function outcome(response: Response): Promise<Outcome> {
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  return { status: response.status, type, body: (await response.json()) as Reply };
}

/** One call with a JSON body. */
export async function call(method: string, path: string, { token, body, headers }: Call): Promise<Outcome> {
  const content: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  const init: RequestInit = { method, headers: { ...content, ...bearer(token), ...headers } };
  return outcome(await fetch(BASE + path, body === undefined ? init : { ...init, body: JSON.stringify(body) }));
}

/** A POST of bytes under any content type. */
export async function raw(
  path: string,
  { token, type, body }: { token: string; type: string; body: Uint8Array<ArrayBuffer> },
): Promise<Outcome> {
  return outcome(
    await fetch(BASE + path, { method: "POST", headers: { "content-type": type, ...bearer(token) }, body }),
  );
}

/** A refusal is a problem document with this status and code. */
export function expectRefusal({ status, type, body }: Outcome, wanted: number, code: string): void {
  expect({ status, type, code: body.code }).toEqual({ status: wanted, type: "application/problem+json", code });
}

/** A session of a visitor, or of whom the identity token names. */
export async function session(identity?: string): Promise<{ token: string; customerId: string }> {
  const { status, body } = await call("POST", "/sessions", { body: { locale: "en", identityToken: identity } });
  expect(status).toBe(201);
  return body as unknown as { token: string; customerId: string };
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JWT as a shop's server would sign it, by the secret of the installation unless told otherwise. */
export function identityToken(claims: object, { secret = "", alg = "HS256" } = {}): string {
  const secrets = JSON.parse(readFileSync(join(E2E_DATA_DIR, "secrets.json"), "utf8")) as { identitySecret: string };
  const now = Math.floor(Date.now() / 1000);
  const signed = `${encoded({ alg, typ: "JWT" })}.${encoded({ iat: now, exp: now + 3600, ...claims })}`;
  if (alg === "none") return `${signed}.`;
  return `${signed}.${createHmac("sha256", secret || secrets.identitySecret)
    .update(signed)
    .digest("base64url")}`;
}

/** A person's API key, from the command of the manual. */
export async function apiKeyOf(email: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: E2E_DATA_DIR };
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "api-key", "--", email], { env });
  return stdout.trim();
}

/** An answer as its reader has it in the end. */
export async function answerOf(token: string, id: string) {
  const response = await fetch(`${BASE}/conversations/${id}/answer`, { method: "POST", headers: bearer(token) });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const events = (await response.text())
    .split("\n\n")
    .filter(Boolean)
    .map((block) => {
      const [, event = "", data = ""] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
      return { event, data: JSON.parse(data) as Record<string, unknown> };
    });
  let text = "";
  for (const { event, data } of events) {
    if (event === "reset") text = "";
    if (event === "text") text += String(data.delta);
  }
  return {
    order: events.map(({ event }) => event).join(" "),
    decision: events[0]?.data,
    citations: events.filter(({ event }) => event === "citation").map(({ data }) => data),
    text,
    last: events.at(-1)?.data,
  };
}
