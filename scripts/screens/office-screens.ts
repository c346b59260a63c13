import { openFirst, press } from "./acting";
import type { Screen } from "./screen";

const subject = (name: string): Screen => ({ name: `settings-${name}`, path: `/settings/${name}`, as: "admin" });

/** Management, settings, and everything before the console. */
export const OFFICE_SCREENS: readonly Screen[] = [
  { name: "analytics", path: "/analytics", as: "manager" },
  {
    name: "analytics-end",
    path: "/analytics",
    as: "manager",
    prepare: async ({ page }) => {
      await page.waitForTimeout(1_500);
      await page.locator("#content").evaluate((main) => main.scrollTo(0, main.scrollHeight));
      await page.waitForTimeout(400);
    },
  },
  { name: "analytics-empty", path: "/analytics?channel=email", as: "manager" },
  { name: "team", path: "/team", as: "admin" },
  { name: "team-invite", path: "/team", as: "admin", prepare: press(/^(Invite|邀请)/) },
  {
    name: "team-edit",
    path: "/team",
    as: "admin",
    prepare: openFirst("main table button, main li button"),
  },
  { name: "settings", path: "/settings", as: "admin" },
  subject("profile"),
  subject("api-keys"),
  subject("company"),
  subject("hours"),
  subject("assistant"),
  {
    name: "settings-assistant-rule",
    path: "/settings/assistant",
    as: "admin",
    prepare: press(/^(Add a rule|添加规则)$/),
  },
  {
    name: "settings-assistant-end",
    path: "/settings/assistant",
    as: "admin",
    prepare: ({ page }) => page.locator("#content").evaluate((main) => main.scrollTo(0, main.scrollHeight)),
  },
  subject("actions"),
  { name: "settings-actions-new", path: "/settings/actions/new", as: "admin" },
  { name: "settings-actions-import", path: "/settings/actions/import", as: "admin" },
  {
    name: "settings-actions-one",
    path: "/settings/actions",
    as: "admin",
    prepare: openFirst('main a[href^="/settings/actions/"]:not([href$="/new"]):not([href$="/import"])'),
  },
  subject("catalogue"),
  subject("limits"),
  subject("mail"),
  subject("outbox"),
  { name: "no-permission", path: "/team", as: "agent" },
  { name: "no-permission-settings", path: "/settings/mail", as: "agent" },
  { name: "console-nowhere", path: "/settings/no-such-page", as: "admin" },
  { name: "start-own", path: "/setup/own", as: "admin" },
  { name: "setup-knowledge", path: "/setup/knowledge", as: "admin" },
  {
    name: "setup-import",
    path: "/setup/knowledge",
    as: "admin",
    prepare: async ({ page }) => {
      await page.getByRole("tab").nth(1).click();
      await page.waitForTimeout(300);
    },
  },
  { name: "sign-in", path: "/sign-in" },
  {
    name: "sign-in-wrong",
    path: "/sign-in",
    prepare: async ({ page }) => {
      await page.locator('input[type="email"]').fill("somebody@luyu.example");
      await page.locator('input[type="password"]').fill("not the password");
      await page.locator('button[type="submit"]').first().click();
      await page.waitForTimeout(1_500);
    },
  },
  { name: "forgot", path: "/forgot" },
  { name: "reset-gone", path: "/reset/no-such-token-0000000000000000000000000000" },
  { name: "invitation-gone", path: "/invitation/no-such-token-000000000000000000000000" },
];
