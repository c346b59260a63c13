import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { identityCodes } from "@/db/schema";
import { codeMailedTo } from "../../support/actions";
import { installInboxes } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
import { awaitingConsent, returnsOf, runsOf, shopper } from "../../support/shopper";

ownDatabase();
let stopServing: () => Promise<void>;

beforeAll(async () => {
  await installInboxes();
  stopServing = await serveInternalRoutes();
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", ["How long does a refund take?"]);
  await publishedArticle("Points", "100 points are worth 1 dollar.", ["How do points work?"]);
});
afterAll(() => stopServing());

describe("what is told with the wish", () => {
  it.each([
    ["en", "I want to return order % because it's too small", "it's too small"],
    ["zh", "我要退货 %，因为尺寸太小", "尺寸太小"],
    ["zh", "我要退货 %，左边耳机坏了", "左边耳机坏了"],
  ] as const)("is not asked for again (%s: %s)", async (locale, said, reason) => {
    const { talker, email, orders } = await shopper(locale);
    expect((await talker.say(said.replace("%", orders[0]))).decision.slot).toBe("identity.email");
    await talker.say(email);
    expect((await talker.say(String(await codeMailedTo(email)))).text).toContain(reason);
  });

  it("is no reason where it is only an address, which proves who it is instead", async () => {
    const { talker, email, orders } = await shopper();
    await talker.say(`I want to return ${orders[0]}`);
    const again = await talker.say(email);
    expect(again.decision).toMatchObject({ slot: "reason", action: { state: "collecting" } });
    expect(again.text).toContain("a contact, an order number or a code alone does not say it. What is the reason");
    expect((await talker.say("too small")).decision.slot).toBe("identity.code");
  });

  it("is heard in full-width letters too", async () => {
    const { talker, email, orders } = await shopper("zh");
    const wide = orders[0].replaceAll(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    expect((await talker.say(`帮我查一下${wide}的物流`)).decision).toMatchObject({ action: { key: "order_status" } });
    await talker.say(email);
    expect((await talker.say(String(await codeMailedTo(email)))).text).toContain(orders[0]);
  });
});

describe("a wish for another action where consent was asked for", () => {
  it.each([
    ["en", "change my phone number to 13800138099", "I have set “Start a return” aside", "I want to return"],
    ["zh", "把手机号改成13800138097", "“申请退货”先放下了", "我要退货"],
  ] as const)(
    "says that the first one is set aside, and it can be taken up again (%s)",
    async (locale, said, words, again) => {
      const { talker, orders } = await awaitingConsent(locale);
      const reply = await talker.say(said);
      expect(reply.decision).toMatchObject({ slot: "confirmation", action: { key: "change_contact" } });
      expect(reply.text.split(words)).toHaveLength(2);
      expect((await talker.say(locale === "zh" ? "确认" : "ok")).decision.action).toMatchObject({ state: "done" });
      expect(await returnsOf(orders[0])).toBe(0);
      expect((await talker.say(again)).decision.slot).toBe("reason");
      expect((await talker.say(locale === "zh" ? "太小了" : "too small")).text).toContain(orders[0]);
      await talker.say(locale === "zh" ? "确认" : "ok");
      expect(await returnsOf(orders[0])).toBe(1);
    },
  );

  it("says nothing of the kind when the first one was done", async () => {
    const { talker, orders } = await awaitingConsent();
    const reply = await talker.say("yes, and change my phone number to 13800138098");
    expect(reply.text).not.toContain("aside");
    expect(await returnsOf(orders[0])).toBe(1);
  });
});

describe("a code that comes after the action was set aside", () => {
  /** A return that waited for a code and was set aside for two questions; the code that was mailed. */
  async function setAside() {
    const { talker, email, orders } = await shopper();
    await talker.say(`I want to return ${orders[0]}`);
    await talker.say("too small");
    await talker.say(email);
    await talker.say("How do points work?");
    expect((await talker.say("How long does a refund take?")).text).toContain("aside");
    return { talker, order: orders[0], code: String(await codeMailedTo(email)) };
  }

  it("takes it up again with all that was told, and leads it to its end", async () => {
    const { talker, order, code } = await setAside();
    const asked = await talker.say(code);
    expect(asked.decision).toMatchObject({ slot: "confirmation", action: { key: "start_return" } });
    expect(asked.text).toMatch(new RegExp(`${order}[\\s\\S]*too small`));
    await talker.say("Confirm");
    expect(await returnsOf(order)).toBe(1);
    expect(await runsOf(talker)).toEqual(["start_return cancelled", "start_return done"]);
  });

  it("is tried like any other when it is wrong", async () => {
    const { talker, code } = await setAside();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    expect((await talker.say(wrong)).text).toContain("That code is not right");
    expect((await talker.say(`the code is ${code}`)).decision.slot).toBe("confirmation");
  });

  it("takes nothing up once its time is over, nor after another action", async () => {
    const late = await setAside();
    await db()
      .update(identityCodes)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(identityCodes.conversationId, late.talker.conversationId));
    expect((await late.talker.say(late.code)).decision.action).toBeUndefined();
    const other = await setAside();
    await other.talker.say("change my phone number");
    await other.talker.say("never mind");
    expect((await other.talker.say(other.code)).decision.action).toBeUndefined();
  });
});
