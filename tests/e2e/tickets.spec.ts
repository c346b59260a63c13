import { type Browser, expect, type Page, test } from "@playwright/test";
import { ApiCustomer } from "./support/customer-api";
import { closePages, signIn } from "./support/staff";

const AGENT = "grace@luyu.example";

/** A customer whose browser runs no scripts sends a request; returns the progress page. */
async function sendRequestWithoutScripts(browser: Browser, subject: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/requests/new");
  await page.getByLabel("In one line").fill(subject);
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Write what happened")).toBeVisible();
  await expect(page.getByText("This does not look like an e-mail address.")).toBeVisible();
  await expect(page.getByLabel("In one line")).toHaveValue(subject);
  await page.getByLabel("What happened").fill("1. It fell <b>down</b>\n2. 3*5 minutes later: dead");
  await page.getByLabel("What it is about").selectOption("repair");
  await page.getByLabel("E-mail").fill("kim@example.com");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("We have your request")).toBeVisible();
  return page;
}

/** The same ticket as staff see it. */
async function openAsAgent(browser: Browser, subject: string): Promise<Page> {
  const page = await signIn(browser, AGENT, "/tickets?view=unassigned");
  await page.getByRole("link", { name: subject }).click();
  await expect(page.getByRole("textbox", { name: "Reply" })).toBeVisible();
  return page;
}

test.afterEach(({ browser }) => closePages(browser));

test("without JavaScript a customer sends a request, follows and answers it, and rates the result", async ({
  browser,
}) => {
  const subject = `Speaker fell down ${Date.now()}`;
  const customer = await sendRequestWithoutScripts(browser, subject);
  await expect(customer.getByText("1. It fell <b>down</b>")).toBeVisible();
  await expect(customer.getByRole("textbox", { name: "Progress link" })).toHaveValue(/\/en\/requests\/[\w-]{43}$/);

  const agent = await openAsAgent(browser, subject);
  await agent.getByRole("textbox", { name: "Reply" }).fill("Please **send it in**.");
  await agent.getByRole("combobox", { name: "Then" }).selectOption("pending");
  await agent.getByRole("button", { name: "Send" }).click();
  await expect(agent.getByRole("textbox", { name: "Reply" })).toHaveValue("");
  await expect(agent.getByText("send it in")).toBeVisible();
  await agent.getByRole("button", { name: "Note", exact: true }).click();
  await agent.getByRole("textbox", { name: "Note" }).fill("Third one this week");
  await agent.getByRole("button", { name: "Add note" }).click();
  await expect(agent.getByText("Third one this week")).toBeVisible();

  await customer.reload();
  await expect(customer.getByText("Waiting for you")).toBeVisible();
  await expect(customer.getByText("Third one this week")).toHaveCount(0);
  await customer.getByLabel("Add a message").fill("Sent it today.");
  await customer.getByRole("button", { name: "Send" }).click();
  await expect(customer.getByText("Your message is with us.")).toBeVisible();

  await expect(agent.getByText("Sent it today.")).toBeVisible();
  await expect(agent.getByRole("combobox", { name: "Status", exact: true })).toHaveValue("open");
  await agent.getByRole("button", { name: "Mark solved" }).click();
  await expect(agent.getByRole("button", { name: "Reopen" })).toBeVisible();

  await customer.reload();
  await customer.getByRole("link", { name: "Rate this request" }).click();
  await customer.getByRole("button", { name: "Send rating" }).click();
  await expect(customer.getByText("Choose one of the four.")).toBeVisible();
  await customer.getByRole("radio", { name: "Very satisfied" }).check();
  await customer.getByRole("button", { name: "Send rating" }).click();
  await expect(customer.getByRole("heading", { name: "Thank you for rating." })).toBeVisible();
  await expect(agent.getByText("Very satisfied (4 of 4)")).toBeVisible();

  await customer.goto("/en/requests");
  await expect(customer.getByRole("link", { name: subject })).toBeVisible();
});

test("a link that opens nothing says so without JavaScript", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`/en/requests/${"x".repeat(43)}`);
  await expect(page.getByText("This link does not open a request")).toBeVisible();
  await page.goto(`/en/rate/res_x.${"0".repeat(32)}`);
  await expect(page.getByText("This link does not open a rating")).toBeVisible();
});

test("taking a ticket is taken back with Z, and nothing of it remains but the history", async ({ browser }) => {
  const subject = `Undo me ${Date.now()}`;
  await sendRequestWithoutScripts(browser, subject);
  const agent = await openAsAgent(browser, subject);
  const status = agent.getByRole("combobox", { name: "Status", exact: true });
  await agent.getByRole("button", { name: "Take" }).click();
  await expect(agent.getByText("You took it")).toBeVisible();
  await expect(status).toHaveValue("open");
  await agent.getByRole("heading", { name: subject }).click();
  await agent.keyboard.press("z");
  await expect(agent.getByText("took back the last change")).toBeVisible();
  await expect(status).toHaveValue("new");
  await expect(agent.getByRole("button", { name: "Take" })).toBeVisible();
});

test("an agent makes a ticket of a conversation without typing a word", async ({ browser, request }) => {
  const customer = await ApiCustomer.inQueue(request, "My robot vacuum is broken. Order A1029, please repair it.");
  const agent = await signIn(browser, AGENT, `/inbox/${customer.conversationId}`);
  await agent.getByRole("button", { name: "Ticket", exact: true }).click();
  const dialog = agent.getByRole("dialog");
  await expect(dialog.getByLabel("Subject")).toHaveValue("My robot vacuum is broken");
  await expect(dialog.getByLabel("Type")).toHaveValue("repair");
  await expect(dialog.getByLabel("Order")).toHaveValue("A1029");
  await dialog.getByRole("button", { name: "Create ticket" }).click();
  await expect(dialog).toBeHidden();
  await agent.goto("/tickets?view=mine");
  await agent.getByRole("link", { name: "My robot vacuum is broken" }).first().click();
  await expect(agent.getByText("Order A1029, please repair it.")).toBeVisible();
  await expect(agent.getByRole("combobox", { name: "Status", exact: true })).toHaveValue("open");
});

test("what staff write shows on an open progress page at once, without a reload", async ({ browser }) => {
  const subject = `Earbud is silent ${Date.now()}`;
  const context = await browser.newContext();
  const customer = await context.newPage();
  await customer.goto("/en/requests/new");
  await customer.getByLabel("In one line").fill(subject);
  await customer.getByLabel("What happened").fill("No sound on the left.");
  await customer.getByLabel("E-mail").fill("kim@example.com");
  const listening = customer.waitForResponse(/\/api\/realtime\/auth/);
  await customer.getByRole("button", { name: "Send" }).click();
  await expect(customer.getByText("We have your request")).toBeVisible();
  expect((await listening).status()).toBe(200);
  await customer.evaluate(() => Object.assign(window, { stillHere: true }));
  const agent = await openAsAgent(browser, subject);
  await agent.getByRole("textbox", { name: "Reply" }).fill("Please try another phone.");
  await agent.getByRole("button", { name: "Send" }).click();
  await expect(customer.getByText("Please try another phone.")).toBeVisible();
  expect(await customer.evaluate(() => "stillHere" in window)).toBe(true);
});
