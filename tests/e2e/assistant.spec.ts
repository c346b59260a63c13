import { expect, test } from "@playwright/test";
import { asks, log } from "./support/chat";
import { closePages, offline, online, signIn } from "./support/staff";

test.afterEach(({ browser }) => closePages(browser));

test("several questions of one message are ticked off one by one, for the customer and the agent", async ({
  page,
  browser,
}) => {
  const conversation = await asks(page, "How long does a refund take? And do you sell submarines?");
  const checklist = log(page).getByRole("list", { name: "Your questions" });
  await expect(checklist.getByRole("listitem")).toHaveText([/refund take.*answered/, /submarines.*no reliable answer/]);
  await page.reload();
  await expect(log(page).getByRole("list", { name: "Your questions" })).toBeVisible();

  const agent = await signIn(browser, "grace@luyu.example", `/inbox/${conversation}?view=all`);
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
  const conversation = await asks(
    page,
    "This is outrageous! You are scammers, I want my money back and I will sue you!",
  );
  await expect(log(page).getByText(/I am sorry about this/)).toBeVisible();
  await agent.goto(`/inbox/${conversation}?view=queue`);
  await expect(agent.getByText("The customer is upset", { exact: true })).toBeVisible();
  await expect(agent.getByText("Handed over · The customer is upset")).toBeVisible();
  await offline(agent);
});

test("staff can read why an answer reads as it does", async ({ page, browser }) => {
  const conversation = await asks(page, "How long does a refund take to my card in 3 days?");
  await expect(log(page).getByText("AI-generated")).toBeVisible();
  const agent = await signIn(browser, "grace@luyu.example", `/inbox/${conversation}?view=all`);
  await agent.getByRole("button", { name: "Why this answer" }).first().click();
  await expect(agent.getByText("Question as understood").first()).toBeVisible();
  await expect(agent.getByText("Built-in, from the articles’ own words").first()).toBeVisible();
});

test("a manager says which article is right, and the next customer is answered from it", async ({ page, browser }) => {
  const wording = "my zigzag gadget sulks in the mornings";
  const conversation = await asks(page, wording);
  await expect(log(page).getByText("AI-generated")).toBeVisible();
  const manager = await signIn(browser, "manager@luyu.example", `/inbox/${conversation}?view=all`);
  await manager.getByRole("button", { name: "Why this answer" }).first().click();
  await manager.getByRole("button", { name: "Another article is right" }).click();
  await manager.getByRole("searchbox", { name: "Which article should have answered?" }).fill("warranty");
  const article = manager.getByRole("dialog").getByRole("listitem").getByRole("button").first();
  const title = (await article.textContent()) ?? "";
  await article.click();
  await expect(manager.getByText(/Corrected by .*: right would have been/)).toBeVisible();
  await expect(async () => {
    const other = await browser.newContext();
    const chat = await other.newPage();
    try {
      await asks(chat, wording);
      await expect(log(chat).getByRole("link", { name: title }).first()).toBeVisible({ timeout: 5_000 });
    } finally {
      await other.close();
    }
  }).toPass();
  await manager.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(manager.getByRole("button", { name: "Another article is right" })).toBeVisible();
});
