import { expect, type Page, test } from "@playwright/test";
import { closePages, signIn } from "./support/staff";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const RUN_MS = 60_000;

const pick = (letters: string) => letters[Math.floor(Math.random() * letters.length)] ?? "";
/** A word nobody has used before. */
const word = () => Array.from({ length: 5 }, () => pick("bdfgklmnprstvz") + pick("aeiou")).join("");

/** Replays the golden set; the product may do so by itself, too, and only one run is under way at a time. */
async function runNow(page: Page): Promise<void> {
  await button(page, "Run now").click({ timeout: RUN_MS });
  await expect(button(page, "Stop the run")).toBeVisible();
  await expect(button(page, "Run now")).toBeVisible({ timeout: RUN_MS });
  await expect(page.getByText(/^Run by /)).toBeVisible();
}

async function writeArticle(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: "New article" }).click();
  await field(page, "Title").fill(title);
  await field(page, "Text").fill("They are made of cotton.");
  await expect(page).toHaveURL(/\/knowledge\/art_/);
  await button(page, "Publish").click();
  await expect(button(page, "Published")).toBeDisabled();
}

test.afterEach(({ browser }) => closePages(browser));

test.describe("the golden set", () => {
  test("shows what the assistant gets wrong, and that an article made it better", async ({ browser }) => {
    test.setTimeout(420_000);
    const [name, thing, place] = [word(), word(), word()];
    const title = `Tablecloths of ${name}`;
    const question = `Does a ${thing} go to ${place}?`;
    const editor = await signIn(browser, "editor@luyu.example", "/knowledge");
    await writeArticle(editor, title);

    const manager = await signIn(browser, "manager@luyu.example", "/quality/accuracy");
    await expect(manager.getByText("All cases")).toBeVisible({ timeout: RUN_MS });
    await button(manager, "Add a case").click();
    const dialog = manager.getByRole("dialog", { name: "Add a case" });
    await dialog.getByRole("textbox", { name: /^What the customer asks/ }).fill(question);
    await button(manager, "Save").click();
    await expect(dialog.getByText("Choose at least one article.")).toBeVisible();
    await dialog.getByRole("combobox", { name: /^Language/ }).selectOption("en");
    await dialog.getByRole("searchbox", { name: /^Right articles/ }).fill(title);
    await button(manager, title).click();
    await button(manager, "Save").click();
    await expect(dialog).toBeHidden();
    const row = manager.getByRole("row").filter({ has: button(manager, question) });
    await expect(row).toContainText("Not measured yet");
    await runNow(manager);
    await expect(row).toContainText("Answer not given");
    await expect(row.getByRole("link", { name: title })).toHaveAttribute("href", /\/knowledge\/art_/);

    await field(editor, "Title").fill(question);
    await field(editor, "Text").fill(`Yes: a ${thing} goes to ${place}.`);
    await button(editor, "Publish changes").click();
    await expect(button(editor, "Published")).toBeDisabled();
    await expect(async () => {
      await runNow(manager);
      await expect(row).toContainText("Right");
    }).toPass({ timeout: 150_000 });
    await manager.goto(`/quality/accuracy?text=${encodeURIComponent(question)}`);
    await expect(row).toContainText("Right");
    await manager.getByRole("button", { name: `Archive: ${question}` }).click();
    await expect(manager.getByText("No case matches")).toBeVisible();
    await manager.goto("/analytics");
    await expect(manager.getByText("Accuracy", { exact: true }).first()).toBeVisible();
    await expect(manager.getByText(/^\d+ of \d+, \d+%–\d+%$/)).toBeVisible();
  });

  test("is read by those who write knowledge and by managers, and by nobody else", async ({ browser }) => {
    const agent = await signIn(browser, "agent@luyu.example", "/quality/accuracy");
    await expect(agent.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(button(agent, "Run now")).toHaveCount(0);
    await expect(agent.getByRole("link", { name: "Accuracy" })).toHaveCount(0);
  });
});
