import { expect, type Page, test } from "@playwright/test";
import { closePages, offline, online, signIn } from "./support/staff";

const log = (page: Page) => page.getByRole("region", { name: "Conversation" });

/** Asks in a new chat; the page is alive once the first answer comes. */
async function asks(page: Page, text: string): Promise<void> {
  await page.goto("/en/chat");
  const composer = page.getByRole("textbox", { name: "Message", exact: true });
  await expect(async () => {
    await composer.fill(text);
    await composer.press("Enter");
    await expect(composer).toHaveValue("", { timeout: 2_000 });
  }).toPass();
}

test.afterEach(({ browser }) => closePages(browser));

test("several questions of one message are ticked off one by one, for the customer and the agent", async ({
  page,
  browser,
}) => {
  await asks(page, "How long does a refund take? And do you sell submarines?");
  const checklist = log(page).getByRole("list", { name: "Your questions" });
  await expect(checklist.getByRole("listitem")).toHaveText([/refund take.*answered/, /submarines.*no reliable answer/]);
  await page.reload();
  await expect(log(page).getByRole("list", { name: "Your questions" })).toBeVisible();

  const agent = await signIn(browser, "grace@luyu.example", "/inbox?view=all");
  await agent
    .getByRole("link", { name: /submarines/ })
    .first()
    .click();
  await expect(agent.getByText("One question open")).toBeVisible();
  await agent.getByRole("button", { name: "Resolve" }).click();
  await expect(agent.getByRole("dialog", { name: "Close with open questions?" })).toBeVisible();
  await agent.keyboard.press("Escape");
  await agent.getByRole("button", { name: "Answered", exact: true }).click();
  await expect(agent.getByText("All questions settled")).toBeVisible();
});

test("an angry customer reaches a person at once, who reads why", async ({ page, browser }) => {
  const agent = await signIn(browser, "grace@luyu.example", "/inbox?view=queue");
  await online(agent);
  await asks(page, "This is outrageous! You are scammers, I want my money back and I will sue you!");
  await expect(log(page).getByText(/I am sorry about this/)).toBeVisible();
  await agent
    .getByRole("link", { name: /outrageous/ })
    .first()
    .click();
  await expect(agent.getByText("The customer is upset")).toBeVisible();
  await offline(agent);
});

test("staff can read why an answer reads as it does", async ({ page, browser }) => {
  await asks(page, "How long does a refund take to my card in 3 days?");
  await expect(log(page).getByText("AI-generated")).toBeVisible();
  const agent = await signIn(browser, "grace@luyu.example", "/inbox?view=all");
  await agent
    .getByRole("link", { name: /refund take|Refund|refunds/ })
    .first()
    .click();
  await agent.getByRole("button", { name: "Why this answer" }).first().click();
  await expect(agent.getByText("Question as understood").first()).toBeVisible();
  await expect(agent.getByText("Built-in, from the articles’ own words").first()).toBeVisible();
});
