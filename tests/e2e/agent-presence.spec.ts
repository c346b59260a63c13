import { expect, type Page, test } from "@playwright/test";
import { ApiCustomer } from "./support/customer-api";
import { closePages, holdReplies, offline, online, signIn } from "./support/staff";

const composer = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });

test.afterEach(({ browser }) => closePages(browser));

async function goOffline(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Main navigation" })
    .getByRole("button", { name: /罗一鸣/ })
    .click();
  await page.locator("label").filter({ hasText: "Offline" }).click();
}

test("going offline with an open conversation asks: keep it, or give it back to the queue with all that was written", async ({
  browser,
  request,
}) => {
  const customer = await ApiCustomer.inQueue(request, "Do not forget me");
  const page = await signIn(browser, "yiming@luyu.example", `/inbox/${customer.conversationId}`);
  await online(page);
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await expect(composer(page)).toBeVisible();
  await goOffline(page);
  const dialog = page.getByRole("dialog", { name: /^You hold/ });
  await dialog.getByRole("button", { name: "Keep them" }).click();
  await expect(dialog).toBeHidden();
  expect((await customer.log()).status).toBe("assigned");
  const stillHere = page.waitForResponse((reply) => reply.url().includes("routing.heartbeat"));
  await page.reload();
  expect((await stillHere).ok()).toBe(true);
  await online(page);
  await page.reload();
  const release = await holdReplies(page);
  await composer(page).fill("A colleague goes on from here");
  await composer(page).press("Enter");
  await goOffline(page);
  await dialog.getByRole("button", { name: "Give back and go offline" }).click();
  release();
  await expect.poll(async () => (await customer.log()).status).toBe("queued");
  expect(await customer.answers()).toEqual(["A colleague goes on from here"]);
  await offline(page);
});

test("a session that ended in mid-work is renewed in place, and the draft stays", async ({ browser, request }) => {
  const customer = await ApiCustomer.inQueue(request, "A long story");
  const page = await signIn(browser, "grace@luyu.example", `/inbox/${customer.conversationId}`);
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await composer(page).fill("A long answer, half written");
  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: /session-token/ });
  await customer.say("Are you there?");
  const dialog = page.getByRole("dialog", { name: "You were signed out" });
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByRole("link", { name: "Sign in" })).toHaveAttribute("target", "_blank");
  await page.context().addCookies(cookies);
  await dialog.getByRole("button", { name: "I have signed in" }).click();
  await expect(dialog).toBeHidden();
  await expect(composer(page)).toHaveValue("A long answer, half written");
  await composer(page).press("Enter");
  await expect.poll(() => customer.answers()).toContain("A long answer, half written");
});

test("who joins the queue shows on every page, sounds and notifies those who asked for it", async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, "xiaoman@luyu.example", "/inbox?view=queue", { permissions: ["notifications"] });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (at) {
      seen.push("sound");
      start.call(this, at);
    };
    Object.assign(window, {
      Notification: Object.assign(
        class {
          constructor(_title: string, { body }: { body: string }) {
            seen.push(body);
          }
          close() {}
        },
        { permission: "granted", requestPermission: async () => "granted" },
      ),
    });
  });
  await page.reload();
  await page.getByRole("button", { name: "Turn sound on" }).click();
  await page.getByRole("button", { name: "Turn desktop notices on" }).click();
  await expect(page.getByRole("button", { name: "Turn desktop notices off" })).toBeVisible();
  // What the page before asked for may answer late; only what this one knew first is what grows.
  const counted = page.waitForResponse(
    (reply) =>
      reply.url().includes("conversations.counts") && reply.request().headers().referer?.endsWith("/tickets") === true,
  );
  await page.goto("/tickets");
  await counted;
  const inbox = page.getByRole("link", { name: /^Inbox/ }).first();
  await expect(inbox).toBeVisible();
  await ApiCustomer.inQueue(request, "Hello from the queue");
  await expect(inbox).toContainText(/\d+ waiting/);
  await expect(page).toHaveTitle(/^\(\d+\) /);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen.join("|")))
    .toMatch(/sound.*wait|wait.*sound/);
});
