import { type Browser, expect, type Page, test } from "@playwright/test";
import { asks, log, says } from "./support/chat";
import { closePages, signIn } from "./support/staff";

/** The code that was mailed to an address last, from the outbox of an installation without a mail server. */
async function mailedCode(browser: Browser, address: string): Promise<string> {
  const admin = await signIn(browser, "admin@luyu.example", "/settings/outbox");
  const row = admin.getByRole("listitem").filter({ hasText: address }).first();
  await expect(async () => {
    await admin.reload();
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await row.locator("summary").click();
  const code = /\b\d{6}\b/.exec((await row.locator("pre").textContent()) ?? "")?.[0];
  await admin.context().close();
  return code ?? "";
}

/** Shows that one is who one says, by the code in a mail. */
async function proves(page: Page, browser: Browser, address: string): Promise<void> {
  await expect(log(page).getByText(/Which e-mail address do we have on record/)).toBeVisible();
  await says(page, address);
  await expect(log(page).getByText(/you will get an e-mail with a 6-digit code/)).toBeVisible();
  await says(page, "000000");
  await expect(log(page).getByText(/That code is not right/)).toBeVisible();
  await says(page, await mailedCode(browser, address));
}

test.afterEach(({ browser }) => closePages(browser));

test("where an order is, is told to its customer alone, by a code that is mailed", async ({ page, browser }) => {
  await asks(page, "Where is my order?");
  await expect(log(page).getByText(/What is the order number/)).toBeVisible();
  await says(page, "A1029");
  await proves(page, browser, "customer1@example.com");
  await expect(log(page).getByText(/Order A1029 is:/)).toBeVisible();
});

test("nobody learns by somebody else's address whether an order is theirs", async ({ page }) => {
  await asks(page, "Where is my order A1029?");
  await expect(log(page).getByText(/Which e-mail address do we have on record/)).toBeVisible();
  await says(page, "stranger@example.com");
  await expect(log(page).getByText(/If that address matches our records/)).toBeVisible();
  await says(page, "123456");
  await expect(log(page).getByText(/That code is not right/)).toBeVisible();
  await expect(log(page)).not.toContainText("Order A1029 is");
});

test("a return is registered only after it was confirmed, and staff find it as a ticket", async ({ page, browser }) => {
  await asks(page, "I want to return order A1001");
  await expect(log(page).getByText("What is the reason for the return?")).toBeVisible();
  await says(page, "The left earbud is silent");
  await proves(page, browser, "customer56@example.com");
  await expect(log(page).getByText(/Please confirm/)).toBeVisible();
  await says(page, "hm, let me think");
  await expect(log(page).getByText(/I have not done it yet/)).toBeVisible();
  await log(page).getByRole("button", { name: "Confirm", exact: true }).last().click();
  const done = log(page).getByText(/Your return of order A1001 is registered as request #\d+/);
  await expect(done).toBeVisible();
  const number = /#(\d+)/.exec((await done.textContent()) ?? "")?.[1];

  const agent = await signIn(browser, "grace@luyu.example", "/tickets");
  await agent.goto(`/tickets?view=all&search=${number}`);
  await expect(agent.getByText("Return of order A1001").first()).toBeVisible();
});
