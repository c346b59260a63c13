import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "./installation";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** The sessions of this worker's staff: signing in takes longer than many a journey, and is one's own. */
const sessions = new Map<string, Cookies>();

const isAskedToSignIn = (page: Page) => new URL(page.url()).pathname === "/sign-in";

/**
 * Opens a page in English as a member of the demo staff, in a browser context of their own. The first time, and when their
 * session ended meanwhile, they sign in with their password.
 */
export async function signIn(
  browser: Browser,
  email: string,
  path = "/inbox",
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await context.addCookies(sessions.get(email) ?? []);
  await page.goto(sessions.has(email) ? path : `/sign-in?next=${encodeURIComponent(path)}`);
  if (isAskedToSignIn(page)) {
    await page.getByRole("textbox", { name: /e-?mail/i }).fill(email);
    await page.locator('input[type="password"]').fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  }
  await expect(page).toHaveURL((url) => url.pathname.startsWith(path.split("?")[0] ?? path), { timeout: 30_000 });
  sessions.set(email, await context.cookies());
  return page;
}

/** Goes online, whatever an earlier journey left, and takes the pointer off the list, which holds still under it. */
export async function online(page: Page): Promise<void> {
  await setPresence(page, "online");
  await page.mouse.move(1000, 500);
}

/** Goes offline at once, so that later journeys find nobody there. */
export const offline = (page: Page): Promise<void> => setPresence(page, "offline");

async function setPresence(page: Page, state: "online" | "offline"): Promise<void> {
  const { origin } = new URL(page.url());
  const reply = await page.context().request.post("/api/trpc/routing.setPresence", {
    headers: { origin },
    data: { json: { state } },
  });
  expect(reply.ok()).toBe(true);
}

/** Keeps what is sent to customers from here on its way, until the returned function is called. */
export async function holdReplies(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/trpc/conversations.send**", async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Closes every page of a test, so that none keeps polling behind the next one. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}
