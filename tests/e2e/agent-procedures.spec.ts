import { expect, test } from "@playwright/test";
import { closePages, signIn } from "./support/staff";

const KB = 1024;

test.afterEach(({ browser }) => closePages(browser));

test.describe("the console's procedures over HTTP", () => {
  test("a signed-in browser's cookie does nothing for another site, and nobody is nobody", async ({
    browser,
    request,
  }) => {
    const page = await signIn(browser, "agent@luyu.example");
    const own = page.context().request;
    const beat = (headers: Record<string, string>) =>
      own.post("/api/trpc/routing.heartbeat", { headers: { "content-type": "application/json", ...headers } });
    const origin = new URL(page.url()).origin;
    expect((await beat({ origin })).status()).toBe(200);
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin, "sec-fetch-site": "cross-site" },
      {},
    ];
    for (const headers of foreign) {
      const reply = await beat(headers);
      expect([reply.status(), (await reply.json()).code]).toEqual([403, "cross_origin"]);
    }
    const anonymous = await request.get("/api/trpc/conversations.counts");
    expect(anonymous.status()).toBe(401);
    expect(anonymous.headers()["cache-control"]).toBe("no-store");
  });

  test("too much at once is refused: a large body, a long batch", async ({ browser }) => {
    const page = await signIn(browser, "agent@luyu.example");
    const own = page.context().request;
    const headers = { origin: new URL(page.url()).origin, "content-type": "application/json" };
    const large = await own.post("/api/trpc/conversations.send", { headers, data: "x".repeat(1100 * KB) });
    expect(large.status()).toBe(413);
    const names = Array.from({ length: 21 }, () => "conversations.counts").join(",");
    expect((await own.get(`/api/trpc/${names}?batch=1&input=%7B%7D`)).status()).toBe(400);
  });

  test("a channel is joined only by who may read what it tells of", async ({ browser, request }) => {
    const page = await signIn(browser, "agent@luyu.example");
    const own = page.context().request;
    const origin = new URL(page.url()).origin;
    const join = (channel_name: string, headers: Record<string, string> = { origin }) =>
      own.post("/api/realtime/auth", { headers, form: { socket_id: "1.2", channel_name } });
    expect((await join("private-staff-all")).status()).toBe(200);
    for (const name of ["private-dashboard", "private-staff-stf_someoneelse", "private-nothing", "staff-all"]) {
      expect((await join(name)).status(), name).toBe(403);
    }
    expect((await join("private-staff-all", { origin: "https://evil.example" })).status()).toBe(403);
    const nobody = await request.post("/api/realtime/auth", {
      headers: { origin },
      form: { socket_id: "1.2", channel_name: "private-staff-all" },
    });
    expect(nobody.status()).toBe(401);
  });
});
