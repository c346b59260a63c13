import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { ApiCustomer } from "./support/customer-api";
import { closePages, signIn } from "./support/staff";

test.afterEach(({ browser }) => closePages(browser));

/** Opens each path in turn, waits for its heading, and looks. */
async function look(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await expectAccessible(page, path);
  }
}

test("customers' pages have nothing for axe to complain about, wide and narrow, light and dark", async ({ page }) => {
  test.setTimeout(360_000);
  await look(page, ["/en", "/en/requests", "/en/requests/new", "/en/requests/no-such-token", "/en/no/such/page"]);
  await page.goto("/en/chat");
  await expect(async () => {
    await page.getByRole("textbox", { name: "Message", exact: true }).fill("How long does a refund take?");
    await page.keyboard.press("Enter");
    await expect(page.getByText("AI-generated")).toBeVisible({ timeout: 8_000 });
  }).toPass();
  await expect(page.getByRole("button", { name: "Solved" })).toBeVisible();
  await expectAccessible(page, "an answer");
});

test("neither do the same pages in Chinese", async ({ page }) => {
  await look(page, ["/zh", "/zh/search?q=refund", "/zh/categories/refunds", "/zh/articles/refund-times", "/zh/chat"]);
});

test("pages before the console have none", async ({ page }) => {
  await look(page, ["/sign-in", "/forgot", "/reset/no-such-token", "/invitation/no-such-token"]);
});

test("the agents' pages have none", async ({ browser, request }) => {
  test.setTimeout(360_000);
  const customer = await ApiCustomer.inQueue(request, "Can everybody read this?");
  const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue");
  await look(page, ["/inbox?view=queue", "/tickets", "/customers", "/knowledge", "/tickets/tkt_nobody"]);
  await page.goto(`/inbox/${customer.conversationId}?view=queue`);
  await expect(page.getByRole("button", { name: "Take", exact: true })).toBeVisible();
  await expectAccessible(page, "a queued conversation");
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Reply to the customer" })).toBeVisible();
  await expectAccessible(page, "a conversation that is served");
  for (const [list, first] of [
    ["/tickets", 'main a[href^="/tickets/tkt_"]'],
    ["/customers", 'main a[href^="/customers/cus_"]'],
  ] as const) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(list);
    await page.locator(`${first}:visible`).first().click();
    await expect(page).toHaveURL(/_/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, `the first of ${list}`);
  }
});

test("the editors' pages have none", async ({ browser }) => {
  const page = await signIn(browser, "editor@luyu.example", "/knowledge");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('main a[href^="/knowledge/art_"]:visible').first().click();
  await expect(page.getByRole("button", { name: /^Publish/ })).toBeVisible();
  await expectAccessible(page, "the editor");
  await page.getByRole("button", { name: "History", exact: true }).click();
  await expect(page.getByRole("region", { name: "Difference" }).getByRole("heading").first()).toBeVisible();
  await expectAccessible(page, "the history");
  await look(page, ["/knowledge/new", "/knowledge/synonyms"]);
});

test("management's pages have none", async ({ browser }) => {
  test.setTimeout(360_000);
  const page = await signIn(browser, "admin@luyu.example", "/team");
  await look(page, [
    "/analytics",
    "/quality/accuracy",
    "/team",
    "/setup/own",
    "/setup/knowledge",
    "/settings/no-such-page",
  ]);
  const subjects = ["profile", "api-keys", "company", "hours", "assistant", "actions", "catalogue", "mail"];
  await look(
    page,
    subjects.map((subject) => `/settings/${subject}`),
  );
});
