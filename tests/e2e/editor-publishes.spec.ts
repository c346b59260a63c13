import { expect, type Page, test } from "@playwright/test";
import { closePages, signIn } from "./support/staff";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const saved = (page: Page) => page.getByText(/^Saved \d/);

/** Writes a new article in English and publishes it; answers its public path. */
async function publishNew(page: Page, title: string, body: string): Promise<string> {
  await page.getByRole("link", { name: "New article" }).click();
  await field(page, "Title").fill(title);
  await field(page, "Text").fill(body);
  await expect(page).toHaveURL(/\/knowledge\/art_/);
  await expect(saved(page)).toBeVisible();
  await button(page, "Publish").click();
  await expect(button(page, "Published")).toBeDisabled();
  const path = await page.getByRole("link", { name: "View in help center" }).getAttribute("href");
  return path ?? "";
}

test.afterEach(({ browser }) => closePages(browser));

test.describe("an editor's article", () => {
  test("is public once published; a change waits in a draft, shows in the history and is reverted", async ({
    browser,
    request,
  }) => {
    const page = await signIn(browser, "editor@luyu.example", "/knowledge");
    const title = `Lens cloths ${Date.now()}`;
    const path = await publishNew(page, title, "Wash them at **30 degrees**.");
    expect(await (await request.get(path)).text()).toContain("<strong>30 degrees</strong>");

    await field(page, "Text").fill("Wash them at **40 degrees**.");
    const preview = page.getByRole("region", { name: "Article" });
    await expect(preview.locator("strong")).toHaveText("40 degrees");
    await expect(button(page, "Publish changes")).toBeEnabled();
    await expect(saved(page)).toBeVisible();
    const meanwhile = await (await request.get(path)).text();
    expect(meanwhile).toContain("30 degrees");
    expect(meanwhile).not.toContain("40 degrees");

    await button(page, "History").click();
    const difference = page.getByRole("region", { name: "Difference" });
    await expect(difference.locator("del")).toContainText("30");
    await expect(difference.locator("ins")).toContainText("40");
    await page.getByRole("button", { name: /^Version 1/ }).click();
    await button(page, "Revert to version 1").click();
    await expect(field(page, "Text")).toHaveValue("Wash them at **30 degrees**.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(button(page, "Published")).toBeDisabled();
    expect(await (await request.get(path)).text()).toContain("30 degrees");
  });

  test("taken offline is gone for readers and comes back by Undo", async ({ browser, request }) => {
    const page = await signIn(browser, "editor@luyu.example", "/knowledge");
    const path = await publishNew(page, `Straps ${Date.now()}`, "Straps are 1.2 m long.");
    await button(page, "More actions").click();
    await page.getByRole("menuitem", { name: "Take offline" }).click();
    await expect.poll(async () => (await request.get(path)).status()).toBe(404);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect.poll(async () => (await request.get(path)).status()).toBe(200);
    await expect(button(page, "Published")).toBeDisabled();
  });

  test("is not overwritten by a second editor, who is told whose words came between", async ({ browser }) => {
    const first = await signIn(browser, "editor@luyu.example", "/knowledge");
    await publishNew(first, `Cases ${Date.now()}`, "Cases are black.");
    const second = await signIn(browser, "manager@luyu.example", new URL(first.url()).pathname);
    await expect(field(second, "Text")).toHaveValue("Cases are black.");
    await second.context().setOffline(true);
    await field(second, "Text").fill("Cases are blue.");
    await expect(second.getByText(/^Offline\./)).toBeVisible();
    await field(first, "Text").fill("Cases are green.");
    await expect(button(first, "Publish changes")).toBeEnabled();
    await expect(first.getByText("Changes waiting")).toBeVisible();
    await second.context().setOffline(false);
    await expect(second.getByText(/saved this language at .+, after you opened it/)).toBeVisible();
    await button(second, "Take theirs").click();
    await expect(field(second, "Text")).toHaveValue("Cases are green.");
  });

  test("is read, not written, by an agent", async ({ browser }) => {
    const page = await signIn(browser, "agent@luyu.example", "/knowledge");
    await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "New article" })).toHaveCount(0);
    await page.getByRole("table").getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("You can read articles.")).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  });
});
