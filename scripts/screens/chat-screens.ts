import { ask, join, press, QUESTION, queue, SEVERAL, say, standStill, UNKNOWN } from "./acting";
import type { Screen, Stage } from "./screen";

const chat = (name: string, prepare: (stage: Stage) => Promise<unknown>, rest: Partial<Screen> = {}): Screen => ({
  name: `chat-${name}`,
  path: "/{locale}/chat",
  prepare: async (stage) => void (await prepare(stage)),
  ...rest,
});

const sayAndWait =
  (milliseconds: number) =>
  async ({ page, locale }: Stage): Promise<void> => {
    await say(page, QUESTION[locale]);
    await page.waitForTimeout(milliseconds);
  };

async function rate({ page }: Stage): Promise<void> {
  await page.getByRole("button", { name: /^(Satisfied|满意)$/ }).click();
  await page.waitForTimeout(800);
}

async function resolved(stage: Stage): Promise<void> {
  const conversationId = await join(stage);
  await stage.call("grace", "conversations.resolve", { conversationId });
  await stage.page.getByRole("button", { name: /^(Very satisfied|非常满意)$/ }).waitFor({ timeout: 20_000 });
}

/** Every state of a conversation, as the customer sees it. */
export const CHAT_SCREENS: readonly Screen[] = [
  chat("leave-message-button", async () => undefined, { nobodyThere: true }),
  chat(
    "leave-message",
    async ({ page }) => {
      await page.getByRole("button", { name: /^(Leave a message|留言)$/ }).click();
      await page.waitForTimeout(600);
    },
    { nobodyThere: true },
  ),
  chat("new", async () => undefined),
  chat("variants-offered", async ({ page, locale }) => {
    await say(page, locale === "zh" ? "多久能送到，运费多少？" : "How long does delivery take and what does it cost?");
    await page.waitForTimeout(4_000);
  }),
  chat("recommended", async ({ page, locale }) => {
    await say(
      page,
      locale === "zh" ? "想买一块 Watch S，手表怎么连手机？" : "I want to buy Watch S. How do I connect the watch?",
    );
    await page.waitForTimeout(4_000);
  }),
  chat("thinking", sayAndWait(1_500), {
    before: (stage) => standStill(stage, "thinking"),
  }),
  chat("streaming", sayAndWait(1_500), {
    before: (stage) => standStill(stage, "streaming"),
  }),
  chat(
    "stopped",
    async (stage) => {
      await ask(stage.page, QUESTION[stage.locale]);
      await sayAndWait(1_500)(stage);
      await press(/^(Stop|停止)$/)(stage);
    },
    { before: (stage) => standStill(stage, "thinking", 1) },
  ),
  chat("answer-failed", sayAndWait(22_000), {
    before: (stage) => standStill(stage, "failed"),
  }),
  chat("answered", ({ page, locale }) => ask(page, QUESTION[locale])),
  chat("source", async ({ page, locale }) => {
    await ask(page, QUESTION[locale]);
    await page.locator('a[href*="/articles/"]').first().click();
    await page.waitForTimeout(1_000);
  }),
  chat("not-yet", async ({ page, locale }) => {
    await ask(page, QUESTION[locale]);
    await page.getByRole("button", { name: /^(Not yet|没解决)$/ }).click();
    await page.waitForTimeout(800);
  }),
  chat("solved", async ({ page, locale }) => {
    await ask(page, QUESTION[locale]);
    await page.getByRole("button", { name: /^(Solved|解决了)$/ }).click();
    await page.waitForTimeout(1_200);
  }),
  chat("unknown", ({ page, locale }) => ask(page, UNKNOWN[locale])),
  chat("checklist", ({ page, locale }) => ask(page, SEVERAL[locale])),
  chat("choices", ({ page, locale }) => ask(page, locale === "zh" ? "我想修改地址" : "I want to change my address")),
  chat("queued", queue),
  chat("joined", join),
  chat("transferred", async (stage) => {
    const conversationId = await join(stage);
    const groups = (await stage.read("grace", "routing.groups")) as { id: string }[];
    await stage.call("grace", "conversations.transfer", { conversationId, groupId: groups[0]?.id });
    await stage.page.waitForTimeout(1_500);
  }),
  chat("resolved", resolved),
  chat("rated", async (stage) => {
    await resolved(stage);
    await rate(stage);
  }),
  chat("rated-low", async (stage) => {
    await resolved(stage);
    await stage.page.getByRole("button", { name: /^(Dissatisfied|不满意)$/ }).click();
    await stage.page.waitForTimeout(800);
  }),
  chat("reopened", async (stage) => {
    await resolved(stage);
    await say(stage.page, stage.locale === "zh" ? "还有一个问题" : "One more thing");
    await stage.page.waitForTimeout(1_500);
  }),
  chat("offline", async ({ page, locale }) => {
    await ask(page, QUESTION[locale]);
    await page.route("**/api/v1/**", (route) => route.abort());
    await say(page, locale === "zh" ? "还在吗？" : "Are you still there?");
    await page.waitForTimeout(6_000);
  }),
  chat("not-sent", async ({ page, locale }) => {
    await page.route("**/messages", (route) =>
      route.fulfill({ status: 422, contentType: "application/json", body: '{"code":"text_too_long"}' }),
    );
    await say(page, QUESTION[locale]);
    await page.waitForTimeout(1_500);
  }),
  chat("long", async ({ page, locale }) => {
    await ask(page, QUESTION[locale]);
    await ask(
      page,
      locale === "zh" ? "A1029 ".repeat(60) : `${"x".repeat(180)} https://example.com/${"a".repeat(120)}`,
    );
  }),
  chat("typing", async ({ page, locale }) => {
    await page.locator("textarea").last().fill(Array(9).fill(QUESTION[locale]).join("\n"));
  }),
  chat("without-script", async () => undefined, { noScript: true }),
];
