import { expect, type Page, test } from "@playwright/test";
import { ApiCustomer } from "./support/customer-api";
import { closePages, signIn } from "./support/staff";

const rows = (page: Page) => page.locator("[data-conversation]");
const row = (page: Page, customer: ApiCustomer) => page.locator(`[data-conversation="${customer.conversationId}"]`);
const log = (page: Page) => page.getByRole("region", { name: /^Conversation with/ });
const idsOf = (page: Page) => rows(page).evaluateAll((all) => all.map((one) => one.getAttribute("data-conversation")));

test.afterEach(({ browser }) => closePages(browser));

test.describe("the lists of the inbox", () => {
  test("stand still under the pointer: new ones wait behind a bar until it is pressed", async ({
    browser,
    request,
  }) => {
    const known = await ApiCustomer.inQueue(request, "I was here first");
    const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue");
    await row(page, known).hover();
    const before = await idsOf(page);
    const late = await ApiCustomer.inQueue(request, "I came while you pointed");
    const bar = page.getByRole("button", { name: /^\d+ new/ });
    await expect(bar).toBeVisible();
    expect(await idsOf(page)).toEqual(before);
    await bar.click();
    await expect(row(page, late)).toBeVisible();
    await expect(bar).toBeHidden();
  });

  test("stand still as well under a pointer that was there before the page came alive", async ({
    browser,
    request,
  }) => {
    const known = await ApiCustomer.inQueue(request, "I was here before the page");
    const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue");
    const alive = Promise.withResolvers<void>();
    await page.route("**/_next/static/**/*.js", async (route) => {
      await alive.promise;
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    await row(page, known).hover();
    alive.resolve();
    await ApiCustomer.inQueue(request, "I came while it came alive");
    await expect(page.getByRole("button", { name: /^\d+ new/ })).toBeVisible();
  });

  test("the title counts what waits, also when the page is not looked at", async ({ browser, request }) => {
    const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue");
    const count = async () => Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);
    await expect(rows(page).first()).toBeVisible();
    await expect.poll(count).toBeGreaterThan(0);
    const before = await count();
    await ApiCustomer.inQueue(request, "Count me");
    await expect.poll(count).toBe(before + 1);
  });

  test("are walked with j and k, which stay letters in a field", async ({ browser, request }) => {
    const first = await ApiCustomer.inQueue(request, "One of two for the keys");
    const second = await ApiCustomer.inQueue(request, "Two of two for the keys");
    const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue");
    await expect(row(page, second)).toBeVisible();
    await page.keyboard.press("j");
    await expect(page).toHaveURL(/\/inbox\/conv_/);
    await row(page, first).click();
    await expect(page).toHaveURL(new RegExp(`/inbox/${first.conversationId}`));
    await page.keyboard.press("j");
    await expect(page).toHaveURL(new RegExp(`/inbox/${second.conversationId}`));
    await page.keyboard.press("k");
    await expect(page).toHaveURL(new RegExp(`/inbox/${first.conversationId}`));
    await page.getByRole("searchbox", { name: "Search the articles" }).fill("");
    await page.getByRole("searchbox", { name: "Search the articles" }).pressSequentially("jk");
    await expect(page).toHaveURL(new RegExp(`/inbox/${first.conversationId}`));
  });

  test("lose no key that comes before the page has followed the one before", async ({ browser, request }) => {
    const start = await ApiCustomer.inQueue(request, "One of three for quick keys");
    await ApiCustomer.inQueue(request, "Two of three for quick keys");
    const end = await ApiCustomer.inQueue(request, "Three of three for quick keys");
    const page = await signIn(browser, "agent@luyu.example", `/inbox/${start.conversationId}?view=queue`);
    await expect(log(page)).toBeVisible();
    await expect(row(page, end)).toBeVisible();
    await page.evaluate(() => {
      for (const key of ["j", "j"]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
    await expect(page).toHaveURL(new RegExp(`/inbox/${end.conversationId}`));
  });

  test("without a socket the page says so, polls, and misses nothing", async ({ browser, request }) => {
    const customer = await ApiCustomer.inQueue(request, "Sockets are blocked here");
    const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue");
    await page.routeWebSocket(/\/app\//, (socket) => socket.close());
    await page.goto(`/inbox/${customer.conversationId}`);
    await expect(page.getByText("Live updates are interrupted.", { exact: false })).toBeVisible();
    await customer.say("Do you still hear me?");
    await expect(log(page).getByText("Do you still hear me?")).toBeVisible();
  });

  test("on a phone one pane shows at a time and back is the system's back", async ({ browser, request }) => {
    const customer = await ApiCustomer.inQueue(request, "From a small screen");
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue", phone);
    await row(page, customer).tap();
    await expect(log(page)).toBeVisible();
    await expect(row(page, customer)).toBeHidden();
    await page.goBack();
    await expect(row(page, customer)).toBeVisible();
    await expect(log(page)).toBeHidden();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("the end of a conversation stays in view when the window shrinks to a phone's and a keyboard opens", async ({
    browser,
    request,
  }) => {
    const customer = await ApiCustomer.inQueue(request, "A long story");
    for (let part = 1; part <= 8; part++) await customer.say(`Part ${part}: ${"and then it went on ".repeat(12)}`);
    await customer.say("That was the end of it");
    const page = await signIn(browser, "agent@luyu.example", `/inbox/${customer.conversationId}?view=queue`);
    const end = log(page).getByText("That was the end of it");
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
      { width: 390, height: 500 },
    ]) {
      await page.setViewportSize(size);
      await expect(end).toBeInViewport();
    }
  });

  test("somebody who may not read conversations sees why and who can change it", async ({ browser }) => {
    const page = await signIn(browser, "editor@luyu.example", "/knowledge");
    await page.goto("/inbox");
    await expect(page.getByText("An administrator can change your role", { exact: false })).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
  });

  test("a conversation that does not exist is said to be gone", async ({ browser }) => {
    const page = await signIn(browser, "agent@luyu.example", "/inbox/conv_00000000000000000000000000");
    await expect(page.getByText("This conversation is not here")).toBeVisible();
  });
});
