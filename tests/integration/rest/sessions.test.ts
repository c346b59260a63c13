import { decodeJwt, SignJWT, UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { customerSessions, customers } from "@/db/schema";
import { env } from "@/lib/env";
import { installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { api, callApi } from "../../support/routes/documented-call";
import { conversationOf, openScript } from "../../support/routes/script";

ownDatabase();

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
});

const SECRET = "test-identity-secret-0123456789";
const HOUR = 3600;
const seconds = () => Math.floor(Date.now() / 1000);
const bytes = (text: string) => new TextEncoder().encode(text);

type Claims = Record<string, unknown>;
const claimsOf = (subject: string, more: Claims = {}): Claims => ({
  sub: subject,
  iat: seconds(),
  exp: seconds() + HOUR,
  ...more,
});
const signed = (claims: Claims, secret = SECRET, alg = "HS256") =>
  new SignJWT(claims)
    .setProtectedHeader({ alg })
    .sign(bytes(secret.padEnd(64, "0").slice(0, alg === "HS256" ? secret.length : 64)));
const identify = (identityToken: string) => api("POST /sessions", { body: { identityToken } });
const rowsOf = async () => [
  (await db().select().from(customers)).length,
  (await db().select().from(customerSessions)).length,
];

describe("POST /sessions", () => {
  it("makes a new visitor each time, in the language asked for", async () => {
    const [first, second] = [await openScript(), await openScript({ locale: "zh" })];
    expect(first.customerId).not.toBe(second.customerId);
    const row = await db().query.customers.findFirst({ where: (table, { eq }) => eq(table.id, second.customerId) });
    expect(row?.locale).toBe("zh");
    const stored = await db().select().from(customerSessions);
    expect(JSON.stringify(stored)).not.toContain(first.token);
  });

  it("takes the language of Accept-Language when none is asked for", async () => {
    const headers = { "accept-language": "en-GB,en;q=0.8" };
    const [, { customerId }] = await api("POST /sessions", { body: {}, headers });
    const row = await db().query.customers.findFirst({ where: (table, { eq }) => eq(table.id, String(customerId)) });
    expect(row?.locale).toBe("en");
  });

  it("gives the cookie to pages of this origin only, unreadable to scripts", async () => {
    const own = await callApi("POST /sessions", { body: {}, headers: { "sec-fetch-site": "same-origin" } });
    expect(own.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    for (const site of ["cross-site", "same-site", "none"]) {
      const other = await callApi("POST /sessions", { body: {}, headers: { "sec-fetch-site": site } });
      expect(other.headers.get("set-cookie")).toBeNull();
    }
  });
});

describe("an identity token", () => {
  it("leads to the same customer every time, with the name it carries", async () => {
    const claims = claimsOf("member-1", { name: "Lin 林 😀", email: "lin@example.com" });
    const [status, first] = await identify(await signed(claims));
    const [, second] = await identify(await signed(claimsOf("member-1")));
    expect([status, second.customerId]).toEqual([201, first.customerId]);
    const row = await db().query.customers.findFirst({
      where: (table, { eq }) => eq(table.id, String(first.customerId)),
    });
    expect(row?.name).toBe("Lin 林 😀");
  });

  it("lets its customer see the same conversations from another device", async () => {
    const [phone, laptop] = [
      await openScript({ identityToken: await signed(claimsOf("member-2")) }),
      await openScript({ identityToken: await signed(claimsOf("member-2")) }),
    ];
    const id = await conversationOf(phone, "hello");
    const [, { conversations }] = await laptop.call("GET /conversations");
    expect(conversations).toMatchObject([{ id, status: "assistant" }]);
  });

  const day = 24 * HOUR;
  const bad: Record<string, () => Promise<string> | string> = {
    "signed with another secret": () => signed(claimsOf("x"), "another-identity-secret-000000"),
    "without a signature (alg none)": () => new UnsecuredJWT(claimsOf("x")).encode(),
    "with its signature cut off": async () => `${(await signed(claimsOf("x"))).split(".").slice(0, 2).join(".")}.`,
    "by another algorithm of the same secret": () => signed(claimsOf("x"), SECRET, "HS512"),
    "with claims changed after signing": async () => {
      const [head, , signature] = (await signed(claimsOf("x"))).split(".");
      const claims = Buffer.from(JSON.stringify(claimsOf("admin"))).toString("base64url");
      return [head, claims, signature].join(".");
    },
    "without exp": () => signed({ sub: "x", iat: seconds() }),
    "without iat": () => signed({ sub: "x", exp: seconds() + HOUR }),
    "without sub": () => signed({ iat: seconds(), exp: seconds() + HOUR }),
    "with an empty sub": () => signed(claimsOf("")),
    "with a NUL in its sub": () => signed(claimsOf("x\u0000y")),
    "that lives longer than a day": () => signed(claimsOf("x", { exp: seconds() + day + 60 })),
    "from the future": () => signed(claimsOf("x", { iat: seconds() + HOUR, exp: seconds() + 2 * HOUR })),
    "replayed after it expired": () => signed(claimsOf("x", { iat: seconds() - 2 * HOUR, exp: seconds() - HOUR })),
    "not valid yet": () => signed(claimsOf("x", { nbf: seconds() + HOUR })),
    "with a sub that is no text": () => signed(claimsOf("x", { sub: { $ne: null } as never })),
    "that is no token": () => "a.b.c",
  };

  it.each(Object.entries(bad))("%s is refused and leaves nothing behind", async (_, make) => {
    const before = await rowsOf();
    const [status, problem] = await identify(await make());
    expect([status, problem.code]).toEqual([401, "invalid_identity_token"]);
    expect(await rowsOf()).toEqual(before);
  });

  it("that is empty opens no session for a visitor instead", async () => {
    const before = await rowsOf();
    expect(await identify("")).toMatchObject([422, { errors: [{ field: "identityToken" }] }]);
    expect(await rowsOf()).toEqual(before);
  });

  it("is good for exactly a day, and its text never comes back in a refusal", async () => {
    const token = await signed(claimsOf("member-3", { exp: seconds() + day }));
    expect((await identify(token))[0]).toBe(201);
    const forged = await signed(claimsOf("x"), "another-identity-secret-000000");
    const response = await callApi("POST /sessions", { body: { identityToken: forged } });
    expect(await response.text()).not.toContain(String(decodeJwt(forged).sub).padEnd(3));
  });
});

describe("a session token", () => {
  it("is refused when it is missing, invented, cut or of another scheme", async () => {
    const { token } = await openScript();
    const headers: Record<string, string>[] = [
      {},
      { authorization: "Bearer" },
      { authorization: `Basic ${token}` },
      { authorization: `Bearer ${token.slice(1)}` },
      { authorization: `Bearer ${token}, Bearer x` },
      { authorization: `Bearer ${"a".repeat(5000)}` },
    ];
    for (const one of headers) {
      const response = await callApi("GET /conversations", { headers: one });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
    }
  });
});
