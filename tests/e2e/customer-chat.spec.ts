import { expect, type Page, test } from "@playwright/test";
import { closePages, offline, online, signIn } from "./support/staff";

const log = (page: Page) => page.getByRole("region", { name: "Conversation" });
const composer = (page: Page) => page.getByRole("textbox", { name: "Message", exact: true });
/** The customer's own rows; the hidden name of the sender comes first in them. */
const ownRows = (page: Page, text: string) =>
  log(page).getByRole("listitem").filter({ hasText: text }).filter({ hasText: /^You/ });

/** Opens the chat and waits until the page is alive: only then a draft is kept. */
async function openChat(page: Page): Promise<void> {
  await page.goto("/en/chat");
  await expect(async () => {
    await composer(page).fill("x");
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem("zhida.draft.chat.new")), { timeout: 2_000 })
      .toBe("x");
  }).toPass();
  await composer(page).fill("");
}

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

test.afterEach(({ browser }) => closePages(browser));

test("answers with a source that opens its passage, labelled as AI, and is the same after a reload", async ({
  page,
}) => {
  await openChat(page);
  await expect(log(page).getByText(/I'm an AI assistant/)).toBeVisible();
  await say(page, "How long does a refund take?");
  await expect(log(page).getByText("3–5 working days").first()).toBeVisible();
  await expect(log(page).getByText("AI-generated")).toBeVisible();
  await log(page)
    .getByRole("link", { name: /^Source 1/ })
    .first()
    .click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("link", { name: "Read the article" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await page.reload();
  await expect(log(page).getByText("3–5 working days").first()).toBeVisible();
  await expect(ownRows(page, "How long does a refund take?")).toHaveCount(1);
});

test("shows what a customer wrote as it was written, never as Markdown or HTML", async ({ page }) => {
  await openChat(page);
  const text = '3*5*2 #A1029 **not bold** <img src=x onerror="document.title=1">';
  await say(page, text);
  await expect(log(page).getByText(text, { exact: true })).toBeVisible();
  expect(await page.title()).not.toBe("1");
});

test("keeps what was typed before the page came alive", async ({ page }) => {
  const alive = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/**", async (route) => {
    await alive.promise;
    await route.continue();
  });
  await page.goto("/en/chat", { waitUntil: "commit" });
  await composer(page).fill("Typed on a slow train");
  alive.resolve();
  await expect(async () => {
    await composer(page).press("Enter");
    await expect(log(page)).toContainText("Typed on a slow train", { timeout: 2_000 });
  }).toPass();
});

test("sends what was written offline once, when the network is back, also after a reload", async ({
  page,
  context,
}) => {
  await openChat(page);
  await page.route("**/api/v1/**", (route) => route.abort());
  await say(page, "Is the warranty two years?");
  await expect(log(page).getByText("Waiting for connection")).toBeVisible();
  await expect(page.getByText(/You're offline/)).toBeVisible();
  await page.unroute("**/api/v1/**");
  await page.reload();
  await expect(
    log(page)
      .getByText("AI-generated")
      .or(log(page).getByRole("button", { name: /person|message/ })),
  ).toBeVisible();
  await expect(ownRows(page, "Is the warranty two years?")).toHaveCount(1);
  const other = await context.newPage();
  await other.goto("/en/chat");
  await expect(ownRows(other, "Is the warranty two years?")).toHaveCount(1);
});

test("does not send with the Enter that ends a composition, but with the next one", async ({ page }) => {
  await openChat(page);
  await composer(page).focus();
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "tuikuan", selectionStart: 7, selectionEnd: 7 });
  await expect(composer(page)).toHaveValue("tuikuan");
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await client.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  await expect(composer(page)).toHaveValue("tuikuan");
  await client.send("Input.insertText", { text: "退款" });
  await expect(composer(page)).toHaveValue("退款");
  await expect(ownRows(page, "tuikuan")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(ownRows(page, "退款").first()).toBeVisible();
  await expect(composer(page)).toHaveValue("");
});

test("two tabs show the same conversation", async ({ page, context }) => {
  await openChat(page);
  await say(page, "How do I return an item?");
  await expect(log(page).getByText("AI-generated")).toBeVisible();
  const other = await context.newPage();
  await other.goto("/en/chat");
  await expect(ownRows(other, "How do I return an item?")).toHaveCount(1);
  await say(page, "And how long does that take?");
  await expect(ownRows(other, "And how long does that take?")).toHaveCount(1);
});

test("joins the queue on one word while somebody is online, keeps the place through a reload, and leaves it", async ({
  page,
  browser,
}) => {
  const agent = await signIn(browser, "daniel@luyu.example");
  await online(agent);
  await openChat(page);
  await say(page, "human");
  await expect(log(page).getByText(/Waiting for a person; they will see/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: "Queue" })).toContainText(/ahead of you|You are next/);
  await page.getByRole("region", { name: "Queue" }).getByRole("button", { name: "Cancel" }).click();
  await expect(log(page).getByText(/You left the queue/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Queue" })).toBeHidden();
  await offline(agent);
  await agent.context().close();
});

test("tells who already waits when the last person goes, and offers to leave a message", async ({ page, browser }) => {
  const agent = await signIn(browser, "daniel@luyu.example");
  await online(agent);
  await openChat(page);
  await say(page, "human");
  const queue = page.getByRole("region", { name: "Queue" });
  await expect(queue).toContainText(/ahead of you|You are next/);
  await offline(agent);
  await expect(queue).toContainText("Everyone is away right now", { timeout: 30_000 });
  await expect(page.getByRole("status").filter({ hasText: "Everyone is away right now" })).toBeAttached();
  await queue.getByRole("button", { name: "Leave a message instead" }).click();
  await expect(page.getByRole("region", { name: "Leave a message" })).toBeVisible();
  await agent.context().close();
});

test("turns a message left in the chat into a request with a number and a link", async ({ page }) => {
  test.setTimeout(300_000);
  await openChat(page);
  const form = page.getByRole("region", { name: "Leave a message" });
  // Whoever an earlier journey left online lapses after a minute; until then a person is offered instead.
  await expect(async () => {
    await page.goto("/en/chat?person=1");
    await expect(form).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await form.getByLabel("What happened").fill("The left earbud does not charge.");
  await form.getByLabel(/Phone or e-mail/).fill("not a contact");
  await form.getByRole("button", { name: "Leave message" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByLabel(/Phone or e-mail/).fill("visitor@example.com");
  await form.getByRole("button", { name: "Leave message" }).click();
  await expect(form.getByText(/We have your message: number \d+/)).toBeVisible();
  await form.getByRole("link", { name: "See progress" }).click();
  await expect(page.getByText("The left earbud does not charge.").first()).toBeVisible();
});

test("says when the text is too long, keeps it, and does not send it", async ({ page }) => {
  await openChat(page);
  await composer(page).fill("字".repeat(4_003));
  await expect(page.getByText("3 characters too many.")).toBeVisible();
  await composer(page).press("Enter");
  await expect(composer(page)).not.toHaveValue("");
  await expect(ownRows(page, "字字字")).toHaveCount(0);
});

test("a stopped answer stays open and says so, and the question can be asked again", async ({ page }) => {
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = async (input, init) => {
      if (!/\/answer$/.test(String(input)) || !("stall" in window)) return real(input, init);
      delete window.stall;
      const body = new ReadableStream({
        start(stream) {
          init?.signal?.addEventListener("abort", () => stream.error(init.signal?.reason));
        },
      });
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    };
  });
  await openChat(page);
  await say(page, "Which payment methods do you accept?");
  await expect(log(page).getByRole("button", { name: "Solved" })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { stall: true }));
  await say(page, "How long does a refund take?");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(log(page).getByText("Stopped")).toBeVisible();
  await log(page).getByRole("button", { name: "Continue" }).click();
  await expect(log(page).getByText("3–5 working days").first()).toBeVisible();
  await expect(log(page).getByRole("button", { name: "Continue" })).toHaveCount(0);
});
