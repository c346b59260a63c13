import { expect, type Page } from "@playwright/test";

/** What has been said, as the customer sees it. */
export const log = (page: Page) => page.getByRole("region", { name: "Conversation" });

/** Asks in a new chat; the page is alive once the message is taken. Returns the conversation's id. */
export async function asks(page: Page, text: string): Promise<string> {
  const stored = page.waitForResponse((reply) => /\/conversations\/[^/]+\/messages$/.test(reply.url()));
  await page.goto("/en/chat");
  // A page that comes alive takes the words of before away: they count once they stand in the conversation.
  await expect(() => says(page, text, { timeout: 2_000 })).toPass();
  return /conv_[^/]+/.exec((await stored).url())?.[0] ?? "";
}

/** Says something more. */
export async function says(page: Page, text: string, limit?: { timeout: number }): Promise<void> {
  const composer = page.getByRole("textbox", { name: "Message", exact: true });
  await composer.fill(text);
  await composer.press("Enter");
  await expect(composer).toHaveValue("", limit);
  await expect(log(page)).toContainText(text, limit);
}
