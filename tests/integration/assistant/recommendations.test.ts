import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { articleViews, customers, orderItems, orders, products } from "@/db/schema";
import { SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { newId } from "@/lib/ids";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import { forgetArticleViews, noteArticleView } from "@/server/assistant/recommendations/article-views";
import {
  listOwnRecommendations,
  listRecommendationsBeside,
} from "@/server/assistant/recommendations/list-recommendations";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { readSettings } from "@/server/settings/get-settings";
import { updateSettings } from "@/server/settings/update-settings";
import { contextOf, customerOf, installInboxes, staffMember } from "../../support/actors";
import { askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { Talker } from "../../support/talker";

ownDatabase();

const DAY_MS = 86_400_000;
const ids: Record<string, string> = {};
let editor: Awaited<ReturnType<typeof staffMember>>;

async function publish(slug: string, title: string, more: object = {}, questions: string[] = []): Promise<void> {
  const input = { locale: "en" as const, slug, title, body: `${title} in a few words.`, questions, ...more };
  const { articleId } = await saveDraft({ ctx: editor, input });
  await publishArticle({ ctx: editor, input: { articleId, locale: "en" } });
  ids[slug] = articleId;
}

beforeAll(async () => {
  await installInboxes();
  editor = await staffMember("editor");
  const watch = { products: ["LY-WS"], moment: "setup" };
  await publish("watch-setup", "Setting up Watch S", watch);
  await publish("watch-secret", "Watch S service manual", { ...watch, audience: "internal" });
  await publish("opening", "Opening hours", {}, ["When are you open?", "What are your opening hours?"]);
  await publish("parking", "Where to park");
  await publish("refunds", "Refund times", {}, ["When do I get my refund?"]);
  await db()
    .insert(products)
    .values([
      {
        sku: "LY-WS",
        names: { en: "Luyu Watch S", zh: "手表" },
        words: ["手表 S", "Watch S"],
        stock: 5,
        accessories: ["LY-ST"],
      },
      { sku: "LY-ST", names: { en: "Luyu Strap", zh: "表带" }, words: ["Strap"], stock: 5 },
    ]);
  await trainInLocale(contextOf({ kind: "system" }, new Date()), "en");
});

/** A customer who bought the watch two days ago. */
async function owner(customerId: string): Promise<void> {
  const placedAt = new Date(Date.now() - 4 * DAY_MS);
  const deliveredAt = new Date(Date.now() - 2 * DAY_MS);
  const order = {
    customerId,
    number: newId("order"),
    status: "delivered" as const,
    totalMinor: 1,
    placedAt,
    deliveredAt,
  };
  const [row] = await db().insert(orders).values(order).returning();
  await db()
    .insert(orderItems)
    .values({ orderId: row?.id ?? "", sku: "LY-WS", name: "Watch S", quantity: 1, priceMinor: 1 });
}

async function talker(): Promise<Talker> {
  const person = await Talker.begin("en");
  await owner(person.customer.actor.customerId);
  return person;
}

const now = <Context extends { now: Date }>(ctx: Context): Context => ({ ...ctx, now: new Date() });
const home = (ctx: Awaited<ReturnType<typeof customerOf>>) =>
  listOwnRecommendations({ ctx: now(ctx), input: { locale: "en" } });

async function allow(change: Partial<SettingsOf<"recommendations">>): Promise<void> {
  const admin = await staffMember("admin");
  const { version } = await readSettings(db(), "recommendations");
  const value = { ...SETTINGS.recommendations.parse({}), ...change };
  await updateSettings({ ctx: admin, input: { subject: "recommendations", version, value } });
}

beforeEach(() => allow({}));

const SETUP = {
  kind: "guide",
  title: "Setting up Watch S",
  url: "/en/articles/watch-setup",
  reason: "Because you bought Watch S",
};

describe("recommendations on the home page", () => {
  it("come from the customer's own orders, with the reason, and never from what is for staff", async () => {
    const ctx = await customerOf();
    await owner(ctx.actor.customerId);
    expect(await home(ctx)).toEqual([SETUP]);
  });

  it("never come from another customer's orders", async () => {
    await owner((await customerOf()).actor.customerId);
    expect(await home(await customerOf())).toEqual([]);
  });

  it("come from what at least three others read who read the same", async () => {
    const ctx = await customerOf();
    const read = (who: typeof ctx, slug: string) =>
      noteArticleView({ ctx: now(who), input: { articleId: ids[slug] ?? "" } });
    await read(ctx, "opening");
    for (let others = 1; others <= 3; others += 1) {
      expect(await home(ctx)).toEqual([]);
      const other = await customerOf();
      await read(other, "opening");
      await read(other, "parking");
    }
    expect(await home(ctx)).toMatchObject([
      { kind: "read_next", title: "Where to park", reason: "Read by others after “Opening hours”" },
    ]);
    await read(ctx, "parking");
    expect(await home(ctx)).toEqual([]);
  });

  it("are gone with the setting", async () => {
    const ctx = await customerOf();
    await owner(ctx.actor.customerId);
    await allow({ home: false });
    expect(await home(ctx)).toEqual([]);
    await allow({ guide: false });
    expect(await home(ctx)).toEqual([]);
  });
});

describe("what was read", () => {
  it("is forgotten with its session's time, and with the customer", async () => {
    const ctx = await customerOf();
    const input = { articleId: ids.opening ?? "" };
    await noteArticleView({ ctx: { ...ctx, now: new Date(Date.now() - 91 * DAY_MS) }, input });
    await forgetArticleViews({ db: db(), now: new Date() } as never);
    const kept = () => db().$count(articleViews, sql`customer_id = ${ctx.actor.customerId}`);
    expect(await kept()).toBe(0);
    await noteArticleView({ ctx: now(ctx), input });
    expect(await kept()).toBe(1);
    await db().delete(customers).where(sql`id = ${ctx.actor.customerId}`);
    expect(await kept()).toBe(0);
  });
});

describe("recommendations beside an answer", () => {
  it("are streamed with it and stay on its message", async () => {
    const person = await talker();
    const heard = await person.say("What are your opening hours?");
    expect(heard.decision).toMatchObject({ kind: "answer", recommendations: [SETUP] });
    const ctx = now(person.customer);
    const { messages } = await listPublicMessages({ ctx, input: { conversationId: person.conversationId, after: 0 } });
    expect(messages.at(-1)?.recommendations).toEqual([SETUP]);
  });

  it("offer what goes with a product only to who asks about buying", async () => {
    const person = await talker();
    const heard = await person.say("When are you open? I want to buy something");
    expect(heard.decision.recommendations?.[0]).toMatchObject({
      kind: "accessory",
      title: "Strap",
      reason: "Goes with Watch S",
    });
  });

  it.each([
    ["about a refund", ["When do I get my refund?"]],
    ["after a complaint", ["I want to complain about your shop", "When are you open?"]],
    ["after an angry message", ["You are useless idiots, I am furious!!!", "When are you open?"]],
    ["without an answer", ["Do you sell submarines?"]],
  ])("there are none %s", async (_when, said) => {
    const person = await talker();
    for (const text of said) expect((await person.say(text)).decision?.recommendations).toBeUndefined();
  });

  it("there are none when they are switched off", async () => {
    await allow({ chat: false });
    expect((await (await talker()).say("When are you open?")).decision.recommendations).toBeUndefined();
  });
});

describe("recommendations beside a conversation", () => {
  it("are for staff alone, in the customer's language, and none in a complaint", async () => {
    const agent = now(await staffMember("agent"));
    const ctx = await customerOf();
    await owner(ctx.actor.customerId);
    const calm = await askedConversation(now(ctx), "When are you open?");
    expect(await listRecommendationsBeside({ ctx: agent, input: { conversationId: calm } })).toEqual([
      { ...SETUP, reason: "They bought Watch S" },
    ]);
    const sore = await askedConversation(now(ctx), "I want to complain");
    expect(await listRecommendationsBeside({ ctx: agent, input: { conversationId: sore } })).toEqual([]);
    await expect(listRecommendationsBeside({ ctx, input: { conversationId: calm } })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
