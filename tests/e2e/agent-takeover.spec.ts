import { expect, type Page, test } from "@playwright/test";
import { ApiCustomer } from "./support/customer-api";
import { closePages, signIn } from "./support/staff";

const log = (page: Page) => page.getByRole("region", { name: /^Conversation with/ });
const composer = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });

test.afterEach(({ browser }) => closePages(browser));

test.describe("a person takes over", () => {
  test("of two agents who take the same conversation at once exactly one gets it, the other reads who was faster", async ({
    browser,
    request,
  }) => {
    const customer = await ApiCustomer.inQueue(request, "Two agents want me");
    const path = `/inbox/${customer.conversationId}`;
    const [one, other] = await Promise.all([
      signIn(browser, "agent@luyu.example", path),
      signIn(browser, "grace@luyu.example", path),
    ]);
    const take = (page: Page) => page.getByRole("button", { name: "Take", exact: true });
    for (const page of [one, other]) await expect(take(page)).toBeVisible();
    await Promise.all([take(one).click(), take(other).click()]);

    const holders = async () =>
      [await composer(one).isVisible(), await composer(other).isVisible()].filter(Boolean).length;
    await expect.poll(holders).toBe(1);
    const loser = (await composer(one).isVisible()) ? other : one;
    await expect(loser.getByText(/took this one|serves this customer/)).toBeVisible();
    const { messages } = await customer.log();
    expect(messages.filter(({ kind }) => kind === "activity")).toHaveLength(2);
  });

  test("messages, read marks and the queue appear on both sides without a reload", async ({ browser, request }) => {
    const page = await signIn(browser, "agent@luyu.example", "/inbox?view=queue");
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    const customer = await ApiCustomer.inQueue(request, "Where is my parcel 4711?");
    const row = page.locator(`[data-conversation="${customer.conversationId}"]`);
    await expect(row).toContainText("4711");
    await row.click();
    await page.getByRole("button", { name: "Take", exact: true }).click();
    await composer(page).fill("It is **on its way**.");
    await composer(page).press("Enter");
    await expect(log(page).locator("strong", { hasText: "on its way" })).toHaveCount(1);
    await expect.poll(() => customer.answers()).toEqual(["It is **on its way**."]);
    await expect(log(page).getByText("Sent", { exact: true })).toBeVisible();

    await customer.read();
    await expect(log(page).getByText("Read", { exact: true })).toBeVisible();
    await customer.say("<b>3*5</b> when *exactly*?");
    await expect(log(page).getByText("<b>3*5</b> when *exactly*?", { exact: true })).toBeVisible();
    expect(await page.evaluate(() => "stillHere" in window)).toBe(true);
  });

  test("resolving is done at once and taken back by Z; the customer's conversation is open again", async ({
    browser,
    request,
  }) => {
    const customer = await ApiCustomer.inQueue(request, "Resolve me by mistake");
    const page = await signIn(browser, "agent@luyu.example", `/inbox/${customer.conversationId}`);
    await page.getByRole("button", { name: "Take", exact: true }).click();
    await expect(composer(page)).toBeVisible();
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    await expect.poll(async () => (await customer.log()).status).toBe("resolved");
    await expect(page.getByRole("status").getByText("Resolved", { exact: true })).toBeVisible();
    await log(page).focus();
    await page.keyboard.press("z");
    await expect.poll(async () => (await customer.log()).status).toBe("assigned");
    await expect(composer(page)).toBeVisible();
  });

  test("a note is never seen by the customer", async ({ browser, request }) => {
    const customer = await ApiCustomer.inQueue(request, "Do you talk about me?");
    const page = await signIn(browser, "agent@luyu.example", `/inbox/${customer.conversationId}`);
    await page.getByRole("button", { name: "Take", exact: true }).click();
    await page.getByRole("button", { name: "Note", exact: true }).click();
    await page.getByRole("textbox", { name: "Internal note" }).fill("Check the depot");
    await page.getByRole("button", { name: "Add note" }).click();
    await expect(log(page).getByText("Check the depot")).toBeVisible();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await composer(page).fill("We are looking into it");
    await composer(page).press("Enter");
    await expect.poll(() => customer.answers()).toEqual(["We are looking into it"]);
    expect(JSON.stringify(await customer.log())).not.toContain("depot");
  });
});
