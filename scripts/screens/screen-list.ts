import type { Page } from "@playwright/test";

/** A screen and how to get to the state it is pictured in. */
export type Screen = {
  name: string;
  /** `{locale}` stands for the language of a public page. */
  path: string;
  /** The demo member of staff who looks. */
  as?: "admin" | "manager" | "agent" | "editor";
  prepare?: (page: Page, locale: "en" | "zh") => Promise<void>;
};

const QUESTION = { en: "How long does a refund take?", zh: "退款多久到账？" };
const UNKNOWN = { en: "When does the spaceship land?", zh: "宇宙飞船几点降落？" };

async function ask(page: Page, text: string): Promise<void> {
  const composer = page.getByRole("textbox").last();
  await composer.fill(text);
  await composer.press("Enter");
  await page.waitForTimeout(2500);
}

const chat = (name: string, prepare: NonNullable<Screen["prepare"]>): Screen => ({
  name: `chat-${name}`,
  path: "/{locale}/chat",
  prepare,
});

/** Every screen, in the order of the rooms. */
export const SCREENS: readonly Screen[] = [
  { name: "home", path: "/{locale}" },
  { name: "search", path: "/{locale}/search?q=refund" },
  { name: "search-nothing", path: "/{locale}/search?q=zzzzqqqq" },
  { name: "article", path: "/{locale}/articles/refund-times" },
  { name: "category", path: "/{locale}/categories/refunds" },
  { name: "requests", path: "/{locale}/requests" },
  { name: "request-form", path: "/{locale}/requests/new" },
  { name: "not-found", path: "/{locale}/articles/no-such-article" },
  chat("new", async () => undefined),
  chat("answered", (page, locale) => ask(page, QUESTION[locale])),
  chat("unknown", (page, locale) => ask(page, UNKNOWN[locale])),
  chat("queued", async (page, locale) => {
    await ask(page, QUESTION[locale]);
    await ask(page, locale === "zh" ? "转人工" : "human");
  }),
  { name: "sign-in", path: "/sign-in" },
  { name: "forgot", path: "/forgot" },
  { name: "inbox-queue", path: "/inbox?view=queue", as: "agent" },
  { name: "inbox-mine", path: "/inbox?view=mine", as: "agent" },
  {
    name: "inbox-conversation",
    path: "/inbox?view=all",
    as: "agent",
    prepare: async (page) => {
      await page.locator("[data-conversation]").first().click();
      await page.waitForTimeout(1500);
    },
  },
  { name: "tickets", path: "/tickets", as: "agent" },
  {
    name: "ticket",
    path: "/tickets",
    as: "agent",
    prepare: async (page) => {
      await page.locator('a[href^="/tickets/"]:visible').first().click();
      await page.waitForTimeout(1500);
    },
  },
  { name: "customers", path: "/customers", as: "agent" },
  { name: "knowledge", path: "/knowledge", as: "editor" },
  {
    name: "article-editor",
    path: "/knowledge",
    as: "editor",
    prepare: async (page) => {
      await page.locator('a[href^="/knowledge/"]:visible').first().click();
      await page.waitForTimeout(1500);
    },
  },
  { name: "analytics", path: "/analytics", as: "manager" },
  { name: "team", path: "/team", as: "admin" },
  { name: "settings", path: "/settings", as: "admin" },
  { name: "settings-mail", path: "/settings/mail", as: "admin" },
  { name: "no-permission", path: "/team", as: "agent" },
];
