import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "./support/installation";
import { type OwnInstallation, startInstallation } from "./support/own-installation";

const LIMIT_MS = 180_000;
const ADMIN = { name: "Ada Lovelace", email: "ada@acme.test", password: "a sentence to remember" };

async function describeCompany(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Company name").fill("Acme");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Your name").fill(ADMIN.name);
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password").fill(ADMIN.password);
}

async function signIn(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.locator('input[type="password"]').fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/inbox/);
}

test.describe("an empty installation", () => {
  test.describe.configure({ mode: "serial", timeout: LIMIT_MS });
  let own: OwnInstallation;
  test.beforeAll(async () => {
    test.setTimeout(LIMIT_MS);
    own = await startInstallation("none");
  });
  test.afterAll(() => own.stop());

  test("is set up in four steps with the token it printed, and answers what was written", async ({ page }) => {
    await page.goto(own.url);
    await expect(page).toHaveURL(/\/setup$/);
    await page.goto(`${own.url}/setup?token=guessed`);
    await expect(page.getByText("This token is not right.")).toBeVisible();
    await page.goto(/http:\S+\/setup\S+/.exec(own.output())?.[0] ?? "");
    await page.getByRole("button", { name: "中文" }).click();
    await expect(page.getByRole("heading", { name: "语言与时区" })).toBeVisible();
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Shanghai");
    await describeCompany(page);
    await page.getByRole("button", { name: "Create the company" }).click();
    await expect(page).toHaveURL(/\/setup\/knowledge/);
    await page.getByLabel("Question 1").fill("Do you ship to Iceland?");
    await page.getByLabel("Answer 1").fill("Yes, a parcel to Iceland takes nine days.");
    await page.getByRole("button", { name: "Publish and ask it" }).click();
    await page.getByRole("link", { name: "Ask: Do you ship to Iceland?" }).click();
    await expect(page.getByRole("log").or(page.locator("ol")).first()).toContainText("takes nine days");
    await page.goto(own.url);
    await expect(page).toHaveURL(/\/en$/);
    await expect(page.getByRole("link", { name: "Do you ship to Iceland?" })).toHaveCount(2);
  });

  test("keeps the first steps over the console until they are done", async ({ page }) => {
    await signIn(page, own.url, ADMIN.email, ADMIN.password);
    await expect(page.getByText("First steps: 2 of 4")).toBeVisible();
    await expect(page.getByRole("link", { name: "Invite a colleague" })).toHaveAttribute("href", "/team");
    await expect(page.getByRole("button", { name: "Put away" })).toHaveCount(0);
  });

  test("takes the demo in and gives it back, leaving company, account and articles as they were", async ({ page }) => {
    await signIn(page, own.url, ADMIN.email, ADMIN.password);
    await page.goto(`${own.url}/setup/knowledge`);
    await page.getByRole("tab", { name: "Demo data" }).click();
    await page.getByRole("button", { name: "Load the demo data" }).click();
    await expect(page.getByRole("heading", { name: "Ask it" })).toBeVisible({ timeout: 90_000 });
    await page.goto(`${own.url}/inbox?view=queue`);
    await expect(page.locator("[data-conversation]").first()).toBeVisible();
    await page.getByRole("link", { name: "Remove the demo data" }).click();
    await page.getByLabel("Type Acme to confirm").fill("acne");
    await page.getByRole("button", { name: "Remove the demo data" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "The name you typed" })).toBeVisible();
    await page.getByLabel("Type Acme to confirm").fill("Acme");
    await page.getByRole("button", { name: "Remove the demo data" }).click();
    await expect(page, "removing all of it takes its time").toHaveURL(/\/inbox/, { timeout: 60_000 });
    await expect(page.getByText("First steps: 2 of 4")).toBeVisible();
    await page.goto(`${own.url}/knowledge`);
    await expect(page.getByRole("link", { name: "Do you ship to Iceland?" }).first()).toBeVisible();
    await page.goto(`${own.url}/team`);
    await expect(page.getByRole("row")).toHaveCount(2);
  });
});

test.describe("the demo company", () => {
  test.describe.configure({ mode: "serial", timeout: LIMIT_MS });
  let own: OwnInstallation;
  test.beforeAll(async () => {
    test.setTimeout(LIMIT_MS);
    own = await startInstallation("demo");
  });
  test.afterAll(() => own.stop());

  test("makes room for one's own, and who removed it can still sign in", async ({ page }) => {
    await signIn(page, own.url, "admin@luyu.example", DEMO_PASSWORD);
    await page.getByRole("link", { name: "Start with your own" }).click();
    await describeCompany(page);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByLabel("Type Luyu Electronics to confirm").fill("Luyu Electronics");
    await page.getByRole("button", { name: "Remove the demo and start" }).click();
    await expect(page).toHaveURL(/\/setup\/knowledge/);
    await page.context().clearCookies();
    await signIn(page, own.url, ADMIN.email, ADMIN.password);
    await expect(page.getByText("First steps: 1 of 4")).toBeVisible();
    await page.context().clearCookies();
    await page.goto(`${own.url}/en`);
    await expect(page.getByText("Luyu")).toHaveCount(0);
    await expect(page.getByText("Acme").first()).toBeVisible();
  });
});
