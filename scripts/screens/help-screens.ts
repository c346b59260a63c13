import type { Screen } from "./screen";

/** Fills a request form as far as it goes and sends it. */
const sendRequest: NonNullable<Screen["prepare"]> = async ({ page, locale }) => {
  await page
    .locator("textarea")
    .first()
    .fill(locale === "zh" ? "耳机左耳没有声音，订单 A1029。" : "The left earbud is silent, order A1029.");
  await page.locator('input[name="subject"]').fill(locale === "zh" ? "左耳没有声音" : "The left earbud is silent");
  const mail = page.locator('input[type="email"], input[name="contact"], input[name="email"]').first();
  if (await mail.count()) await mail.fill("lena@mail.test");
  const phone = page.locator('input[name="phone"], input[type="tel"]').first();
  if (!(await mail.count()) && (await phone.count())) await phone.fill("13812345678");
  await page.locator('main button[type="submit"]').last().click();
  await page.waitForTimeout(2_500);
};

/** What a customer without a conversation sees. */
export const HELP_SCREENS: readonly Screen[] = [
  { name: "home", path: "/{locale}" },
  {
    name: "home-suggestions",
    path: "/{locale}",
    prepare: async ({ page, locale }) => {
      await page
        .getByRole("combobox")
        .first()
        .pressSequentially(locale === "zh" ? "退款" : "refund");
      await page.waitForTimeout(1_200);
    },
  },
  { name: "search", path: "/{locale}/search?q=refund" },
  { name: "search-nothing", path: "/{locale}/search?q=zzzzqqqq" },
  { name: "article", path: "/{locale}/articles/refund-times" },
  { name: "article-variants", path: "/{locale}/articles/connect-watch-s" },
  { name: "article-for-some", path: "/{locale}/articles/connect-watch-s-android" },
  {
    name: "home-for-you",
    path: "/{locale}",
    prepare: async ({ page, locale }) => {
      await page.evaluate(async (language) => {
        const headers = { "content-type": "application/json" };
        await fetch("/api/v1/sessions", { method: "POST", headers, body: JSON.stringify({ locale: language }) });
      }, locale);
      const home = page.url();
      await page.goto(`${home}/articles/connect-watch-s`);
      await page.waitForTimeout(1_000);
      await page.goto(home);
      await page.locator("#for-you").scrollIntoViewIfNeeded();
    },
  },
  { name: "article-long", path: "/{locale}/articles/install-mesh-3" },
  {
    name: "article-end",
    path: "/{locale}/articles/refund-times",
    prepare: async ({ page }) => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    },
  },
  { name: "category", path: "/{locale}/categories/refunds" },
  { name: "requests", path: "/{locale}/requests" },
  { name: "request-form", path: "/{locale}/requests/new" },
  {
    name: "request-form-errors",
    path: "/{locale}/requests/new",
    noScript: true,
    prepare: async ({ page }) => {
      await page
        .locator("form")
        .last()
        .evaluate((form) => form.setAttribute("novalidate", ""));
      await page.locator('main button[type="submit"]').last().click();
      await page.waitForTimeout(1_000);
    },
  },
  { name: "request-sent", path: "/{locale}/requests/new", prepare: sendRequest },
  { name: "request-sent-noscript", path: "/{locale}/requests/new", noScript: true, prepare: sendRequest },
  { name: "request-gone", path: "/{locale}/requests/no-such-token-000000000000" },
  { name: "rate-gone", path: "/{locale}/rate/no-such-token" },
  { name: "return-gone", path: "/{locale}/return/no-such-token" },
  { name: "not-found", path: "/{locale}/articles/no-such-article" },
  { name: "not-found-noscript", path: "/{locale}/articles/no-such-article", noScript: true },
  { name: "nowhere", path: "/{locale}/no/such/page" },
];
