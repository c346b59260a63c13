import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { asks, log } from "./support/chat";
import { answerOf, call, session } from "./support/rest-script";
import { closePages, signIn } from "./support/staff";

/** A word nobody used before, so that nothing published answers it and no earlier run asked for it. */
const word = (begin: string) =>
  begin + Array.from({ length: 8 }, () => "bcdfgklmprstvz"[Math.floor(Math.random() * 14)]).join("");

const composer = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });

/** A customer who asks and is answered by the assistant. */
async function asked(text: string) {
  const { token } = await session();
  const { body } = await call("POST", "/conversations", { token, body: {} });
  const id = body.id ?? "";
  await call("POST", `/conversations/${id}/messages`, { token, body: { clientMessageId: "m1", text } });
  return { token, id, answer: await answerOf(token, id) };
}

test.afterEach(({ browser }) => closePages(browser));

test.describe("a question without an answer", () => {
  test("becomes an article from the reply that settled it, once an editor approves, and is answered from then on", async ({
    browser,
    page: customer,
  }) => {
    const [lantern, cell] = [word("lantern"), word("cell")];
    const question = `Can the ${lantern} take a ${cell}?`;
    const told = `The ${lantern} takes every ${cell} of 12 volts.`;
    const first = await asked(question);
    expect(first.answer.decision).toMatchObject({ kind: "handoff" });
    const handoff = await call("POST", `/conversations/${first.id}/handoff`, { token: first.token, body: {} });
    expect(handoff.body).toMatchObject({ status: "queued" });

    const agent = await signIn(browser, "agent@luyu.example", `/inbox/${first.id}`);
    await agent.getByRole("button", { name: "Take", exact: true }).click();
    await composer(agent).fill(`Hello, let me check. ${told}`);
    await composer(agent).press("Enter");
    await expect(agent.getByText(told)).toBeVisible();
    await agent.getByRole("button", { name: "Resolve", exact: true }).click();

    const editor = await signIn(browser, "editor@luyu.example", "/knowledge");
    await editor.getByRole("link", { name: /^Suggestions/ }).click();
    await expect(editor.getByRole("heading", { level: 1, name: "Suggestions" })).toBeVisible();
    const row = editor.getByRole("navigation", { name: /costliest/ }).getByRole("link", { name: question });
    const suggestion = editor.getByRole("region", { name: question });
    await expect(async () => {
      await editor.reload();
      while (await editor.getByRole("button", { name: "Load more" }).isVisible()) {
        await editor.getByRole("button", { name: "Load more" }).click();
      }
      await row.click({ timeout: 2_000 });
      await expect(suggestion.getByRole("article").getByText(told, { exact: true })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await expect(suggestion.getByRole("region", { name: "The reply it comes from" })).toContainText("let me check");
    await expect(suggestion.getByRole("region", { name: "What customers asked" }).getByRole("link")).toHaveCount(0);
    await suggestion.getByRole("button", { name: "Publish article" }).click();
    await expect(editor.getByText(`Published “${question}”`)).toBeVisible();
    await expect(row).toHaveCount(0);

    await asks(customer, `Does a ${cell} fit the ${lantern}?`);
    await expect(log(customer)).toContainText(told);
    await expect(log(customer).locator(`a[href*="/articles/"]`).first()).toBeVisible();
  });

  test("is dismissed with a reason, and taken back by Z", async ({ browser }) => {
    const page = await signIn(browser, "manager@luyu.example", "/knowledge/suggestions");
    const list = page.getByRole("navigation", { name: /costliest/ });
    const title = (await page.getByRole("heading", { level: 2 }).first().textContent()) ?? "";
    await expect(async () => {
      await page.keyboard.press("x");
      await page.getByRole("menuitem", { name: "One customer’s own case" }).click({ timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await expect(list.getByRole("link", { name: title })).toHaveCount(0);
    await page.keyboard.press("z");
    await expect(list.getByRole("link", { name: title })).toBeVisible();
  });

  test("is edited first: the draft opens with the suggestion in it, and nothing is published", async ({ browser }) => {
    const page = await signIn(browser, "manager@luyu.example", "/knowledge/suggestions?lang=en");
    const article = page.getByRole("link", { name: /New article/ }).first();
    const title = (await article.locator("[lang]").textContent()) ?? "";
    await article.click();
    await page.getByRole("region", { name: title }).getByRole("button", { name: "Edit first" }).click();
    await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue(title);
    await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeEnabled();
    await page.goto("/knowledge/suggestions?state=drafted");
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
    await page.getByRole("button", { name: "Decide again" }).click();
    await expect(page.getByText("Nothing is being edited")).toBeVisible();
    await page.goto("/knowledge/suggestions?lang=en");
    await expect(page.getByRole("navigation", { name: /costliest/ }).getByRole("link", { name: title })).toBeVisible();
  });

  test("is shown to nobody who may not write knowledge, and the page reads well with every tool", async ({
    browser,
  }) => {
    const agent = await signIn(browser, "grace@luyu.example", "/knowledge/suggestions");
    await expect(agent.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(agent.getByRole("navigation", { name: /costliest/ })).toHaveCount(0);
    const page = await signIn(browser, "manager@luyu.example", "/knowledge/suggestions");
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expectAccessible(page, "suggestions");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page
      .getByRole("navigation", { name: /costliest/ })
      .getByRole("link")
      .first()
      .click();
    await expectAccessible(page, "a suggestion");
  });
});
