import { askSeveral, holdOne, openFirst, press } from "./acting";
import type { Screen, Stage } from "./screen";

const CONVERSATION = "[data-conversation]";
const openConversation = openFirst(CONVERSATION);

const conversation = (name: string, view: string, prepare: (stage: Stage) => Promise<void>): Screen => ({
  name: `inbox-${name}`,
  path: `/inbox?view=${view}`,
  as: view === "mine" ? "grace" : "agent",
  before: (stage) => (view === "mine" ? holdOne(stage) : Promise.resolve()),
  prepare: async (stage) => {
    await openConversation(stage);
    await prepare(stage);
  },
});
const ticket = (name: string, prepare?: (stage: Stage) => Promise<void>): Screen => ({
  name: `ticket-${name}`,
  path: "/tickets",
  as: "agent",
  prepare: async (stage) => {
    await openFirst('a[href^="/tickets/"]')(stage);
    await prepare?.(stage);
  },
});
const article = (name: string, prepare?: (stage: Stage) => Promise<void>, slug = "refund-times"): Screen => ({
  name: `article-${name}`,
  path: `/knowledge?q=${slug}`,
  as: "editor",
  prepare: async (stage) => {
    await stage.page.goto(new URL("/knowledge", stage.page.url()).href);
    await openFirst('a[href^="/knowledge/art_"]')(stage);
    await prepare?.(stage);
  },
});

/** Where agents and editors work. */
export const CONSOLE_SCREENS: readonly Screen[] = [
  { name: "inbox-queue", path: "/inbox?view=queue", as: "agent" },
  { name: "inbox-mine", path: "/inbox?view=mine", as: "grace", before: holdOne },
  { name: "inbox-mine-empty", path: "/inbox?view=mine", as: "manager" },
  { name: "inbox-team", path: "/inbox?view=team", as: "agent" },
  { name: "inbox-all", path: "/inbox?view=all", as: "agent" },
  { name: "inbox-gone", path: "/inbox/conv_0000000000000000000000000?view=all", as: "agent" },
  conversation("conversation", "all", async () => undefined),
  conversation("why", "all", async ({ page }) => {
    await page
      .getByRole("button", { name: /^(Why this answer|为什么这样答)$/ })
      .last()
      .click();
    await page.waitForTimeout(800);
  }),
  {
    name: "inbox-checklist",
    path: "/inbox?view=all",
    as: "agent",
    prepare: async (stage) => {
      const id = await askSeveral(stage);
      await stage.page.goto(new URL(`/inbox/${id}?view=all`, stage.page.url()).href);
      await stage.page.waitForTimeout(2_000);
    },
  },
  conversation("queued", "queue", async () => undefined),
  conversation("mine-open", "mine", async () => undefined),
  conversation("note", "mine", async ({ page }) => {
    await page.keyboard.press("n");
    await page.waitForTimeout(400);
  }),
  conversation("transfer", "mine", press(/^(Transfer|转接)$/)),
  conversation("new-ticket", "mine", press(/^(Ticket|工单|Create ticket|建工单)$/)),
  {
    name: "inbox-offline",
    path: "/inbox?view=mine",
    as: "grace",
    before: holdOne,
    prepare: async (stage) => {
      await openConversation(stage);
      await stage.context.setOffline(true);
      await stage.page.waitForTimeout(7_000);
    },
  },
  {
    name: "account-menu",
    path: "/inbox?view=queue",
    as: "agent",
    prepare: async ({ page }) => {
      await page
        .locator('button:has([data-presence]), nav button[aria-haspopup="dialog"]')
        .locator("visible=true")
        .first()
        .click();
      await page.waitForTimeout(500);
    },
  },
  {
    name: "palette",
    path: "/inbox?view=queue",
    as: "manager",
    prepare: async ({ page, locale }) => {
      await page.keyboard.press("Control+k");
      await page.waitForTimeout(500);
      await page.keyboard.type(locale === "zh" ? "退款" : "refund");
      await page.waitForTimeout(1_200);
    },
  },
  {
    name: "keys",
    path: "/inbox?view=queue",
    as: "agent",
    prepare: async ({ page }) => {
      await page.keyboard.press("Shift+?");
      await page.waitForTimeout(500);
    },
  },
  { name: "tickets", path: "/tickets", as: "agent" },
  { name: "tickets-none", path: "/tickets?search=zzzzqqqq", as: "agent" },
  ticket("open"),
  ticket("note", press(/^(Note|备注|内部备注)$/)),
  { name: "ticket-gone", path: "/tickets/tkt_0000000000000000000000000", as: "agent" },
  { name: "customers", path: "/customers", as: "agent" },
  { name: "customers-none", path: "/customers?search=zzzzqqqq", as: "agent" },
  { name: "customer", path: "/customers", as: "agent", prepare: openFirst('a[href^="/customers/cus_"]') },
  { name: "knowledge", path: "/knowledge", as: "editor" },
  { name: "knowledge-none", path: "/knowledge?search=zzzzqqqq", as: "editor" },
  {
    name: "article-variant",
    path: "/knowledge",
    as: "editor",
    prepare: async ({ page, read }) => {
      const found = await read("editor", "knowledge.list", { locale: "zh", text: "安卓手机连接" });
      const { articles } = found as { articles: { id: string }[] };
      await page.goto(new URL(`/knowledge/${articles[0]?.id}`, page.url()).href);
      await page.waitForTimeout(1_500);
    },
  },
  { name: "suggestions", path: "/knowledge/suggestions", as: "manager" },
  { name: "suggestions-chosen", path: "/knowledge/suggestions", as: "manager", prepare: openFirst('a[href*="gap="]') },
  { name: "suggestions-none", path: "/knowledge/suggestions?state=drafted", as: "editor" },
  { name: "suggestions-agent", path: "/knowledge/suggestions", as: "agent" },
  { name: "knowledge-synonyms", path: "/knowledge/synonyms", as: "editor" },
  {
    name: "knowledge-synonym",
    path: "/knowledge/synonyms",
    as: "editor",
    prepare: press(/^(New group|新建一组|新建)/),
  },
  { name: "knowledge-new", path: "/knowledge/new", as: "editor" },
  { name: "knowledge-agent", path: "/knowledge", as: "agent", prepare: openFirst('a[href^="/knowledge/art_"]') },
  article("editor"),
  article("history", press(/^(History|历史|历史版本)$/)),
  article("difference", async (stage) => {
    const text = stage.page.locator("textarea").last();
    await text.fill(`${(await text.inputValue()).replace("6", "7")}\n\nSee you.`);
    await stage.page.waitForTimeout(2_500);
    await press(/^(History|历史|历史版本)$/)(stage);
  }),
  article("schedule", async (stage) => {
    await press(/^(More actions|更多操作)$/)(stage);
    await stage.page.getByRole("menuitem").first().click();
    await stage.page.waitForTimeout(600);
  }),
];
