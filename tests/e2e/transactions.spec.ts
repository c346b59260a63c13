import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { ApiCustomer } from "./support/customer-api";
import { E2E_DATA_DIR } from "./support/installation";

const AT_ONCE = 12;
/** What PostgreSQL says when statements of one transaction arrive on another connection than its BEGIN. */
const SCATTERED = /there is (already a|no) transaction in progress/;

/** Sends a request by the form of the page, as a browser without scripts does. */
async function sendForm(page: Page, nth: number): Promise<string> {
  await page.goto("/en/requests/new");
  await page.getByLabel("In one line").fill(`At once ${nth}`);
  await page.getByLabel("What happened").fill("Many people write in the same second.");
  await page.getByLabel("E-mail").fill(`at-once-${nth}@example.com`);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("We have your request")).toBeVisible();
  return page.url();
}

test("transactions of pages, actions and REST routes each keep to one connection while many write at once", async ({
  browser,
  request,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => context.newPage()));
  const [urls] = await Promise.all([
    Promise.all(pages.map((page, nth) => sendForm(page, nth))),
    Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const customer = await ApiCustomer.arrive(request);
        await customer.say("How long does a refund take?");
      }),
    ),
  ]);
  expect(new Set(urls).size).toBe(AT_ONCE);
  const log = readFileSync(join(E2E_DATA_DIR, "postgres.log"), "utf8");
  expect(log.split("\n").filter((line) => SCATTERED.test(line))).toEqual([]);
  await context.close();
});
