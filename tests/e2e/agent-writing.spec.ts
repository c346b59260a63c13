import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { ApiCustomer } from "./support/customer-api";
import { closePages, holdReplies, signIn } from "./support/staff";

const log = (page: Page) => page.getByRole("region", { name: /^Conversation with/ });
const composer = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });

async function taken(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await expect(composer(page)).toBeVisible();
}

/** A customer whom an agent has taken from the queue, and the page where they are served. */
async function served(browser: Browser, request: APIRequestContext, opening: string) {
  const customer = await ApiCustomer.inQueue(request, opening);
  const page = await signIn(browser, "agent@luyu.example", `/inbox/${customer.conversationId}`);
  await taken(page);
  return { customer, page };
}

test.afterEach(({ browser }) => closePages(browser));

test.describe("writing to a customer", () => {
  test("Enter that ends an input method's composition sends nothing; the next Enter sends it all", async ({
    browser,
    request,
  }) => {
    const { customer, page } = await served(browser, request, "请用中文回答");
    await composer(page).focus();
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "nihao", selectionStart: 5, selectionEnd: 5 });
    const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 13 };
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
    await session.send("Input.insertText", { text: "你好" });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
    await expect(composer(page)).toHaveValue("你好");
    expect(await customer.answers()).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(() => customer.answers()).toEqual(["你好"]);
    await expect(composer(page)).toHaveValue("");
  });

  test("a draft is there again after a reload, per conversation", async ({ browser, request }) => {
    const first = await ApiCustomer.inQueue(request, "First of two drafts");
    const second = await ApiCustomer.inQueue(request, "Second of two drafts");
    const page = await signIn(browser, "agent@luyu.example", `/inbox/${first.conversationId}`);
    await taken(page);
    await composer(page).fill("Half a thought");
    await page.goto(`/inbox/${second.conversationId}`);
    await taken(page);
    await expect(composer(page)).toHaveValue("");
    await page.goto(`/inbox/${first.conversationId}`);
    await expect(composer(page)).toHaveValue("Half a thought");
  });

  test("what is written while offline goes out once when the connection is back, in order, also after a reload", async ({
    browser,
    request,
  }) => {
    const { customer, page } = await served(browser, request, "The train is in a tunnel");
    await page.context().setOffline(true);
    for (const text of ["one", "two", "three"]) {
      await composer(page).fill(text);
      await composer(page).press("Enter");
    }
    await expect(page.getByRole("alert").filter({ hasText: "No connection." })).toBeVisible();
    await expect(log(page).getByText("Waiting for the connection").first()).toBeVisible();
    await page.context().setOffline(false);
    await expect.poll(() => customer.answers()).toEqual(["one", "two", "three"]);
    await page.reload();
    await expect(log(page).getByText("three", { exact: true })).toHaveCount(1);
    expect(await customer.answers()).toEqual(["one", "two", "three"]);
  });

  test("a reply whose acknowledgement was lost is stored once", async ({ browser, request }) => {
    const { customer, page } = await served(browser, request, "Say it once");
    let lost = 0;
    await page.route("**/api/trpc/conversations.send**", async (route) => {
      lost += 1;
      await route.fetch();
      if (lost <= 2) return route.abort("connectionreset");
      return route.continue();
    });
    await composer(page).fill("Only once");
    await composer(page).press("Enter");
    await expect.poll(() => lost).toBeGreaterThan(2);
    await expect(log(page).getByText("Only once", { exact: true })).toHaveCount(1);
    expect(await customer.answers()).toEqual(["Only once"]);
  });

  test("a reply that is still on its way reaches the customer before the conversation is resolved", async ({
    browser,
    request,
  }) => {
    const { customer, page } = await served(browser, request, "One last thing");
    const release = await holdReplies(page);
    await composer(page).fill("Just in time");
    await composer(page).press("Enter");
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    release();
    await expect(page.getByRole("button", { name: "Undo" }).first()).toBeVisible();
    expect(await customer.answers()).toEqual(["Just in time"]);
  });

  test("a file goes along and is shown to the customer's side; one that is refused holds nothing up", async ({
    browser,
    request,
  }) => {
    const { customer, page } = await served(browser, request, "Please send the form");
    const file = { name: "form.txt", mimeType: "text/plain", buffer: Buffer.from("Name: ____") };
    const refused = { name: "fake.png", mimeType: "image/png", buffer: Buffer.from("<html>no picture</html>") };
    await page.locator('input[type="file"]').setInputFiles([file, refused]);
    const chosen = page.getByRole("listitem").filter({ hasText: "fake.png" });
    await expect(chosen.getByRole("alert")).toBeVisible();
    await composer(page).fill("Here it is");
    await expect(page.getByRole("button", { name: "Send", exact: true })).toBeEnabled();
    await composer(page).press("Enter");
    await expect(log(page).getByRole("link", { name: /form\.txt/ })).toBeVisible();
    await expect(chosen, "and goes on saying why").toBeVisible();
    expect(await customer.answers()).toEqual(["Here it is"]);
  });
});
