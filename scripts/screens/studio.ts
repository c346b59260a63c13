import { type APIResponse, type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Role, Stage } from "./screen";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function resultOf(procedure: string, reply: APIResponse): Promise<unknown> {
  if (!reply.ok()) throw new Error(`${procedure}: ${reply.status()} ${await reply.text()}`);
  return (await reply.json()).result?.data?.json;
}

/** A browser in which each member of the demo staff signs in once. */
export class Studio {
  #browser: Browser;
  #url: string;
  #states = new Map<Role, Promise<State>>();
  #desks = new Map<Role, Promise<BrowserContext>>();

  private constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  static async open(url: string): Promise<Studio> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    });
    return new Studio(browser, url);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** A page in a browser context of its own, signed in when `as` says who. */
  async page(options: {
    locale: "en" | "zh";
    as?: Role;
    noScript?: true;
  }): Promise<{ context: BrowserContext; page: Page }> {
    const { locale, as, noScript } = options;
    const context = await this.#browser.newContext({
      locale: locale === "zh" ? "zh-CN" : "en-GB",
      timezoneId: "Asia/Shanghai",
      javaScriptEnabled: !noScript,
      storageState: as && (await this.#signedIn(as)),
    });
    await context.addCookies([{ name: "zhida_locale", value: locale, url: this.#url }]);
    return { context, page: await context.newPage() };
  }

  /** What a screen may use of it. */
  stage(page: Page, context: BrowserContext, locale: "en" | "zh"): Stage {
    return {
      page,
      context,
      locale,
      as: async (role) => (await this.#desk(role)).request,
      call: async (role, procedure, input) => {
        const { request } = await this.#desk(role);
        return resultOf(procedure, await request.post(this.#path(procedure), { ...this.#own, data: { json: input } }));
      },
      read: async (role, procedure, input) => {
        const { request } = await this.#desk(role);
        const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
        return resultOf(procedure, await request.get(this.#path(procedure) + query, this.#own));
      },
    };
  }

  /** Somebody is at work from now on, so that the queue has an end. */
  async comeToWork(role: Role): Promise<void> {
    const context = await this.#desk(role);
    const page = await context.newPage();
    await page.goto(`${this.#url}/inbox`);
    const stage = this.stage(page, context, "en");
    await stage.call(role, "routing.setPresence", { state: "online" });
    await page.reload();
  }

  #path(procedure: string): string {
    return `${this.#url}/api/trpc/${procedure}`;
  }

  get #own() {
    return { headers: { origin: this.#url, "sec-fetch-site": "same-origin" } };
  }

  #desk(role: Role): Promise<BrowserContext> {
    const known =
      this.#desks.get(role) ?? this.#signedIn(role).then((storageState) => this.#browser.newContext({ storageState }));
    this.#desks.set(role, known);
    return known;
  }

  #signedIn(role: Role): Promise<State> {
    const known = this.#states.get(role) ?? this.#signIn(role);
    this.#states.set(role, known);
    return known;
  }

  async #signIn(role: Role): Promise<State> {
    const context = await this.#browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${this.#url}/sign-in`);
    await page.locator('input[type="email"]').fill(`${role}@luyu.example`);
    await page.locator('input[type="password"]').fill(process.env.DEMO_PASSWORD ?? "");
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
    const state = await context.storageState();
    await context.close();
    return state;
  }
}
