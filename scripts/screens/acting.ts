import type { Page } from "@playwright/test";
import type { Stage } from "./screen";

export const QUESTION = { en: "How long does a refund take?", zh: "退款多久到账？" };
export const UNKNOWN = { en: "When does the spaceship land?", zh: "宇宙飞船几点降落？" };
export const SEVERAL = {
  en: "How long does a refund take? And do you sell submarines?",
  zh: "退款多久到账？另外你们卖潜水艇吗？",
};
export const PERSON = { en: "human", zh: "转人工" };

/** Writes into the chat and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  const composer = page.locator("textarea").last();
  await composer.fill(text);
  await composer.press("Enter");
}

/** The same, and waits until it is answered. */
export async function ask(page: Page, text: string): Promise<void> {
  const answers = page.locator(".answer-whole");
  const before = await answers.count();
  await say(page, text);
  await answers.nth(before).waitFor({ timeout: 15_000 });
}

/** The id of the conversation in this browser. */
export async function conversationOf(page: Page): Promise<string> {
  return (await page.evaluate(() => localStorage.getItem("zhida.chat"))) ?? "";
}

/** A customer asks several questions at once in a page beside this one. Returns the conversation's id. */
export async function askSeveral({ page, context, locale }: Stage): Promise<string> {
  const chat = await context.newPage();
  await chat.goto(new URL(`/${locale}/chat`, page.url()).href);
  await chat.waitForTimeout(900);
  await ask(chat, SEVERAL[locale]);
  const id = await conversationOf(chat);
  await chat.close();
  return id;
}

/** Asks for a person; the conversation is then in the queue. Returns its id. */
export async function queue({ page, locale }: Stage): Promise<string> {
  await ask(page, QUESTION[locale]);
  await say(page, PERSON[locale]);
  await page.locator("[data-queue], [role=status]").first().waitFor({ state: "attached" });
  await page.waitForTimeout(1_200);
  return conversationOf(page);
}

/** Grace takes it and says something. */
export async function join(stage: Stage): Promise<string> {
  const conversationId = await queue(stage);
  await stage.call("grace", "conversations.claim", { conversationId });
  const text = stage.locale === "zh" ? "您好，我来帮您查一下这笔退款。" : "Hello, let me look this refund up for you.";
  const message = {
    conversationId,
    clientMessageId: `screens-${Date.now()}`,
    text,
    kind: "outgoing",
    attachmentIds: [],
  };
  await stage.call("grace", "conversations.send", message);
  await stage.page.getByText(text).first().waitFor();
  return conversationId;
}

type Told = {
  text: string;
  citation: { articleId: string; title: string; url: string; versionId: string; chunkId: string };
};
const TOLD: Record<"en" | "zh", Told> = {
  en: {
    text: "Refunds to a card arrive in 3–5 working days after we have received the parcel. Wallets are",
    citation: {
      articleId: "a",
      title: "How long does a refund take?",
      url: "/en/articles/refund-times",
      versionId: "v",
      chunkId: "c",
    },
  },
  zh: {
    text: "银行卡退款在我们收到包裹后 3–5 个工作日到账，电子钱包",
    citation: {
      articleId: "a",
      title: "退款多久到账？",
      url: "/zh/articles/refund-times",
      versionId: "v",
      chunkId: "c",
    },
  },
};

const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Makes the answers of this page stand still, but for the first `real` ones: before the first word, or in the middle of a
 * sentence.
 */
export async function standStill(
  { page, locale }: Stage,
  at: "thinking" | "streaming" | "failed",
  real = 0,
): Promise<void> {
  const { text, citation } = TOLD[locale];
  const told =
    event("decision", { kind: "answer", confidence: 1 }) + event("citation", citation) + event("text", { delta: text });
  // No named function inside: the page does not know the helper that the compiler would add.
  await page.addInitScript(
    ({ lines, fails, untouched }) => {
      const fetchIt = window.fetch;
      let left = untouched;
      window.fetch = async (input, init) => {
        if (!/\/answer$/.test(String(input)) || left-- > 0) return fetchIt(input, init);
        if (fails) return new Response("{}", { status: 500 });
        const body = new ReadableStream({
          start(stream) {
            stream.enqueue(new TextEncoder().encode(lines));
            init?.signal?.addEventListener("abort", () => stream.error(init.signal?.reason));
          },
        });
        return new Response(body, { headers: { "content-type": "text/event-stream" } });
      };
    },
    { lines: at === "streaming" ? told : "", fails: at === "failed", untouched: real },
  );
}

/** Opens the first link or row that fits. */
export const openFirst =
  (selector: string) =>
  async ({ page }: Stage) => {
    await page.locator(`${selector}:visible`).first().click();
    await page.waitForTimeout(1_500);
  };

/** Presses a button by either language's name. */
export const press =
  (name: RegExp) =>
  async ({ page }: Stage): Promise<void> => {
    await page.getByRole("button", { name }).locator("visible=true").first().click();
    await page.waitForTimeout(600);
  };

/** Grace holds something: what she has, or the first of the queue. */
export async function holdOne({ call, read }: Stage): Promise<void> {
  const list = async (view: string) => (await read("grace", "conversations.list", { view })) as { id: string }[];
  const [first] = (await list("mine")).length > 0 ? [] : await list("queue");
  if (first) await call("grace", "conversations.claim", { conversationId: first.id });
}
