import { expect, test } from "@playwright/test";

test.describe("help center", () => {
  test("finds articles while one types, by mouse and by keyboard, and offers the question itself last", async ({
    page,
  }) => {
    await page.goto("/en");
    const field = page.getByRole("combobox", { name: "Ask a question or search articles" });
    await expect(async () => {
      await field.fill("");
      await field.pressSequentially("refund");
      await expect(page.getByRole("option").first()).toBeVisible({ timeout: 2_000 });
    }).toPass();
    const options = page.getByRole("option");
    expect(await options.count()).toBeLessThanOrEqual(7);
    await expect(options.last()).toHaveText("Ask: “refund”");
    await field.press("ArrowDown");
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    const title = (await options.first().textContent()) ?? "";
    await field.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });

  test("keeps the page when the language is switched, and says where the other language is", async ({ page }) => {
    await page.goto("/zh/articles/refund-times");
    await expect(page.locator('link[hreflang="en"]')).toHaveAttribute("href", /\/en\/articles\/refund-times$/);
    const footer = page.getByRole("contentinfo");
    await expect(footer.getByRole("link", { name: "员工登录" }), "whatever the browser prefers").toBeVisible();
    await page.getByRole("link", { name: "English" }).click();
    await expect(footer.getByRole("link", { name: "Staff sign-in" })).toBeVisible();
    await expect(page).toHaveURL(/\/en\/articles\/refund-times$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("marks the passage that a citation leads to", async ({ page }) => {
    await page.goto("/zh/articles/refund-times#各付款方式的到账时间");
    const section = page.locator("section:target");
    await expect(section.getByRole("heading", { name: "各付款方式的到账时间" })).toBeVisible();
    expect(await section.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe("rgba(0, 0, 0, 0)");
  });

  test("answers unknown addresses in the reader's language with 404 and a way on", async ({ page }) => {
    for (const path of ["/en/articles/no-such-article", "/en/nowhere/at/all", "/fr"]) {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "This page was not found" })).toBeVisible();
    }
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("reads the 404 of an unknown article, category or page, and searches from there", async ({ page }) => {
    for (const path of ["/en/articles/no-such-article", "/en/categories/no-such", "/en/nowhere/at/all", "/fr"]) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "This page was not found" })).toBeVisible();
    }
    expect((await page.goto("/zh/articles/no-such-article"))?.status()).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh");
    await page.getByRole("combobox").fill("退款");
    await page.getByRole("combobox").press("Enter");
    await expect(page).toHaveURL(/\/zh\/search\?q=/);
  });

  test("searches, reads and votes with a reason", async ({ page }) => {
    await page.goto("/en");
    await page.getByRole("combobox").fill("refund times");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/en\/search\?q=refund/);
    await page.getByRole("main").getByRole("link", { name: "How long does a refund take?" }).first().click();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByLabel("What was missing or unclear? (optional)").fill("The bank");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("We will use this to improve the article.")).toBeVisible();
  });

  test("offers a request where the chat cannot run", async ({ page }) => {
    await page.goto("/en/chat");
    await expect(page.getByRole("link", { name: "Submit a request" })).toHaveAttribute("href", "/en/requests/new");
  });
});

test("nothing on a phone of 320 pixels is wider than the phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["", "/search?q=refund", "/categories/refunds", "/articles/refund-times", "/chat"]) {
    await page.goto(`/en${path}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
