import { type Browser, expect, type Page, test } from "@playwright/test";
import { closePages, online, signIn } from "./support/staff";

async function customerAt(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** What a tile of the dashboard counts. */
const tile = (page: Page, name: string) => page.locator("section, article, div").filter({ hasText: name }).last();

test.afterEach(({ browser }) => closePages(browser));

test("the whole main job: a cited answer, a person, a transfer, a ticket, a rating, and the manager sees it live", async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const [one, other, manager] = await Promise.all([
    signIn(browser, "agent@luyu.example", "/inbox?view=queue"),
    signIn(browser, "grace@luyu.example", "/inbox?view=queue"),
    signIn(browser, "manager@luyu.example", "/analytics"),
  ]);
  await online(one);
  await online(other);

  const customer = await customerAt(browser, "/en/chat");
  await say(customer, "How long does a refund take?");
  const log = customer.getByRole("region", { name: "Conversation" });
  await expect(log.getByText("3–5 working days")).toBeVisible();
  await expect(log.getByText("AI-generated").last()).toBeVisible();
  await log
    .getByRole("link", { name: /^Source 1/ })
    .or(log.getByRole("button", { name: /^Source 1/ }))
    .first()
    .click();
  await expect(customer.getByRole("dialog")).toContainText("Refund", { ignoreCase: true });
  await customer.keyboard.press("Escape");

  await say(customer, "human");
  await expect(customer.getByText(/^(You are next|\d+ ahead of you)$/)).toBeVisible();
  const order = `A${Date.now() % 1_000_000_000}`;
  await say(customer, `It is order ${order}`);
  await one.locator("[data-conversation]").filter({ hasText: order }).click();
  await expect(one.getByText("How long does a refund take?").first()).toBeVisible();
  await one.getByRole("button", { name: "Take", exact: true }).click();
  await expect(log.getByText(/joined and can see the conversation/)).toBeVisible();

  await one.getByRole("textbox", { name: "Reply to the customer" }).fill("Let me look at your refund.");
  await one.getByRole("textbox", { name: "Reply to the customer" }).press("Enter");
  await expect(log.getByText("Let me look at your refund.")).toBeVisible();
  await say(customer, "Thank you");
  await expect(
    one.getByRole("region", { name: /^Conversation with/ }).getByText("Thank you", { exact: true }),
  ).toBeVisible();

  const id = new URL(one.url()).pathname.split("/").at(-1) ?? "";
  await one.getByRole("button", { name: "Transfer", exact: true }).click();
  await one.getByRole("dialog").getByText("Grace", { exact: false }).first().click();
  const confirm = one.getByRole("dialog").getByRole("button", { name: /^Transfer/ });
  if (await confirm.isVisible().catch(() => false)) await confirm.click();
  await other.goto(`/inbox/${id}`);
  await expect(other.getByRole("textbox", { name: "Reply to the customer" })).toBeVisible();
  await other.getByRole("button", { name: "Ticket", exact: true }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Create ticket" }).dblclick();
  const created = other.getByText(/Ticket #?\d+ created/);
  await expect(created).toHaveCount(1);
  await expect(other.locator('a[href^="/tickets/"]').filter({ hasText: /^#\d+/ })).toBeVisible();
  await other.getByRole("button", { name: "Resolve", exact: true }).click();

  await expect(log.getByText("This conversation has ended.")).toBeVisible();
  await customer.getByRole("button", { name: "Very satisfied" }).click({ timeout: 30_000 });
  await expect(customer.getByText("Thank you for rating.").first()).toBeVisible();

  await expect(tile(manager, "CSAT")).toBeVisible();
  await other.goto("/tickets");
  await expect(other.getByRole("row").nth(1)).toBeVisible();
});
