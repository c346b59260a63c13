import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { contentSecurityPolicy, securityHeaders } from "@/lib/security-headers";
import { config, proxy } from "@/proxy";
import { staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callRoute } from "../../support/routes/call-route";

ownDatabase();

const visit = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
      const [name, ...values] = directive.split(" ");
      return [name, values];
    }),
  );
const nonceOf = (response: Response) =>
  /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];

describe("every page in production", () => {
  it("runs scripts of its own nonce alone, never inline or evaluated ones, and styles likewise", async () => {
    const policy = policyOf(await visit("/en"));
    const nonce = nonceOf(await visit("/en"));
    expect(policy["script-src"]).toEqual(["'self'", expect.stringMatching(/^'nonce-.{20,}'$/), "'strict-dynamic'"]);
    expect(policy["style-src"]).toEqual(["'self'", expect.stringMatching(/^'nonce-/)]);
    expect(policy["style-src-attr"]).toEqual(["'unsafe-inline'"]);
    expect(nonce).toMatch(/\S/);
  });

  it("talks to this origin alone, is framed by nobody, posts to nobody else, and sets no base", async () => {
    const policy = policyOf(await visit("/zh/chat"));
    expect(policy).toMatchObject({
      "default-src": ["'self'"],
      "connect-src": ["'self'"],
      "frame-ancestors": ["'none'"],
      "form-action": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
    });
  });

  it("lets data and files, which are no pages, load and run nothing", async () => {
    for (const path of ["/api/v1/attachments/att_1", "/api/v1/articles"]) {
      const policy = policyOf(await visit(path));
      expect(policy, path).toMatchObject({ "default-src": ["'none'"], sandbox: [] });
      expect(policy["script-src"]).toBe(undefined);
    }
  });

  it("gets a fresh nonce each time, handed to the page and to nobody else's request", async () => {
    const nonces = (await Promise.all(Array.from({ length: 20 }, () => visit("/en")))).map(nonceOf);
    expect(new Set(nonces).size).toBe(20);
    const response = await visit("/en", { "x-nonce": "chosen", "content-security-policy": "default-src *" });
    expect(response.headers.get("x-middleware-request-x-nonce")).toBe(nonceOf(response));
    expect(response.headers.get("x-middleware-request-content-security-policy")).not.toContain("*");
  });

  it("carries the other security headers and a request id of ours, whatever the client sent", async () => {
    const { headers } = await visit("/api/v1/articles", { "x-request-id": "chosen" });
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("x-request-id")).toMatch(/^req_/);
    expect(headers.get("x-middleware-request-x-request-id")).toBe(headers.get("x-request-id"));
  });

  it("on http promises no https; on https it does for a year", () => {
    expect(securityHeaders()["strict-transport-security"]).toBeUndefined();
    const { APP_URL } = env();
    Object.assign(env(), { APP_URL: "https://help.example.com" });
    expect(securityHeaders()["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    Object.assign(env(), { APP_URL });
  });

  it("may reach Pusher's own cluster where that is used, and nothing more", () => {
    const { PUSHER_HOST } = env();
    Object.assign(env(), { PUSHER_HOST: undefined, PUSHER_CLUSTER: "eu" });
    expect(contentSecurityPolicy("n", false)).toContain(
      "connect-src 'self' wss://ws-eu.pusher.com https://sockjs-eu.pusher.com;",
    );
    Object.assign(env(), { PUSHER_HOST });
  });

  it("loosens scripts in development alone", async () => {
    expect(contentSecurityPolicy("n", false)).not.toContain("unsafe-eval");
    expect(contentSecurityPolicy("n", true)).toContain("unsafe-eval");
  });
});

describe("where a request is sent", () => {
  it("the root of an installation without staff goes to its setup", async () => {
    expect((await visit("/")).headers.get("location")).toBe("http://localhost:3000/setup");
  });

  it("the root goes to the language asked for, and says that it depends on it", async () => {
    await staffMember("admin");
    const response = await visit("/", { "accept-language": "en-GB,en;q=0.8" });
    expect(response.headers.get("location")).toBe("http://localhost:3000/en");
    expect(response.headers.get("vary")).toBe("Accept-Language");
    expect((await visit("/", { "accept-language": "zh-CN" })).headers.get("location")).toBe("http://localhost:3000/zh");
  });

  it("staff pages without a session go to sign-in and back again, with the policy on the redirect too", async () => {
    const response = await visit("/inbox?view=mine");
    expect(response.headers.get("location")).toBe("http://localhost:3000/sign-in?next=%2Finbox%3Fview%3Dmine");
    expect(policyOf(response)["default-src"]).toEqual(["'self'"]);
    expect((await visit("/inbox", { cookie: "authjs.session-token=x" })).headers.get("location")).toBeNull();
    expect((await visit("/en/articles/a")).headers.get("location")).toBeNull();
  });

  it.each([
    ["/en", "multipart/form-data; boundary=x", true],
    ["/_next/static/a.js", "", false],
    ["/api/v1/sessions", "application/json", true],
    ["/api/v1/sessions", "multipart/form-data; boundary=x", true],
    ["/api/trpc/tickets.list", "multipart/form-data; boundary=x", true],
    ["/api/attachments", "application/json", true],
    ["/api/attachments", "multipart/form-data; boundary=x", false],
    ["/api/v1/conversations/conv_1/attachments", "multipart/form-data; boundary=x", false],
    ["/api/v1/attachments/att_1", "multipart/form-data; boundary=x", true],
  ])("%s with a body of type '%s' goes through the proxy: %s", (url, type, through) => {
    const headers: Record<string, string> = type ? { "content-type": type } : {};
    expect(unstable_doesMiddlewareMatch({ config, url, headers })).toBe(through);
  });

  it("a file, which passes by, gets the same headers and an id of ours from its route", async () => {
    const body = new FormData();
    for (const call of [{ body }, { body, headers: { "x-request-id": "chosen" } }]) {
      const { headers } = await callRoute("POST /api/attachments", call);
      expect(headers.get("x-request-id")).toMatch(/^req_/);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      for (const [name, value] of Object.entries(securityHeaders())) expect(headers.get(name)).toBe(value);
    }
  });
});
