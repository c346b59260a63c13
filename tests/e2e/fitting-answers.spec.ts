import { expect, test } from "@playwright/test";
import { asks, log, says } from "./support/chat";
import { identityToken } from "./support/rest-script";

const ANDROID =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

test.describe("on an Android phone", () => {
  test.use({ userAgent: ANDROID });

  test("the answer is the one for Android, until the customer says that it is an iPhone", async ({ page }) => {
    await asks(page, "How do I connect the watch?");
    const source = (title: string) =>
      log(page)
        .getByRole("link", { name: `Source 1: ${title}` })
        .first();
    await expect(source("How to connect Watch S to an Android phone")).toBeVisible();
    await expect(
      log(page)
        .getByText(/scan the QR code/i)
        .first(),
    ).toBeVisible();
    await says(page, "Sorry, it is an iPhone. How do I connect the watch?");
    await expect(source("How to connect Watch S to an iPhone")).toBeVisible();
    await expect(
      log(page)
        .getByText(/iPhone 8 or later|allow it under/)
        .first(),
    ).toBeVisible();
  });

  test("the article points to the version that fits, and every version leads to the others", async ({ page }) => {
    await page.goto("/en/articles/connect-watch-s");
    const versions = page.getByRole("navigation", { name: "Versions of this article" });
    await expect(versions.getByText("Everybody")).toHaveAttribute("aria-current", "page");
    await versions.getByRole("link", { name: "How to connect Watch S to an Android phone" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How to connect Watch S to an Android phone");
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/en\/articles\/connect-watch-s$/);
    await versions.getByRole("link", { name: "iPhone and iPad" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How to connect Watch S to an iPhone");
  });
});

test("a signed-in customer's home page recommends what goes with their orders; a visitor's recommends nothing", async ({
  page,
}) => {
  await page.goto("/zh");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "为您推荐" })).toHaveCount(0);
  const opened = await page.evaluate(
    async (token) =>
      (
        await fetch("/api/v1/sessions", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ locale: "zh", identityToken: token }),
        })
      ).status,
    identityToken({ sub: "luyu-1029" }),
  );
  expect(opened).toBe(201);
  await page.reload();
  const forYou = page.getByRole("region", { name: "为您推荐" });
  await expect(forYou.getByText("您买的 Over 1 正在路上").first()).toBeVisible();
  await expect(forYou.getByRole("link").first()).toHaveAttribute("href", /^\/zh\/articles\//);
});
