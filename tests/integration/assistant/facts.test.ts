import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversationFacts, handoffs, messages, products } from "@/db/schema";
import { noteFacts } from "@/server/assistant/facts/on-message-created";
import { listFacts } from "@/server/assistant/facts/remember-facts";
import { asSystem } from "@/server/context";
import { requestHandoff } from "@/server/conversations/request-handoff";
import type { StoredEvent } from "@/server/events/event";
import { customerOf, installInboxes } from "../../support/actors";
import { ask, askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();
beforeAll(installInboxes);
beforeAll(async () => {
  await db()
    .insert(products)
    .values({ sku: "LY-B2P", names: { zh: "鹿屿 Buds 2 Pro 降噪耳机", en: "Luyu Buds 2 Pro" }, stock: 3 });
});

type Customer = Awaited<ReturnType<typeof customerOf>>;

/** Hands every message of a conversation to the listener, the newest first: the order must not matter. */
async function listen(customer: Customer, conversationId: string): Promise<void> {
  const rows = await db()
    .select()
    .from(messages)
    .where(eq(messages.conversationId, conversationId))
    .orderBy(desc(messages.seq));
  for (const { id, kind } of rows) {
    const event = { entityId: conversationId, data: { kind, messageId: id } } as unknown as StoredEvent;
    await noteFacts(asSystem(customer), event);
  }
}

const known = async (conversationId: string) =>
  (await listFacts(db(), conversationId)).map(({ kind, value, current }) => `${current ? "" : "~"}${kind}=${value}`);

describe("what a customer tells", () => {
  it("is remembered once, however often its message is heard", async () => {
    const customer = await customerOf({ locale: "zh" });
    const id = await askedConversation(customer, "我叫李雷，电话13812345678，昨天买的buds2 pro，A1029");
    await listen(customer, id);
    const first = await known(id);
    await Promise.all([listen(customer, id), listen(customer, id)]);
    expect(await known(id)).toEqual(first);
    expect(first.sort()).toEqual([
      "date=2026-11-17",
      "order_number=A1029",
      "person=李雷",
      "phone=+8613812345678",
      "product=LY-B2P",
    ]);
  });

  it("is superseded by what is told later and kept; told again, it holds again", async () => {
    const customer = await customerOf({ locale: "en" });
    const id = await askedConversation(customer, "My email is old@example.com", "sorry, my email is new@example.com");
    await listen(customer, id);
    expect(await known(id)).toEqual(["email=new@example.com", "~email=old@example.com"]);
    await ask(customer, id, "no, old@example.com is right");
    await listen(customer, id);
    expect(await known(id)).toEqual(["email=old@example.com", "~email=new@example.com"]);
  });

  it("lies encrypted, with nothing but its masked form in clear", async () => {
    const customer = await customerOf({ locale: "zh" });
    const id = await askedConversation(customer, "电话13812345678，邮箱lilei@example.com");
    await listen(customer, id);
    const rows = await db().select().from(conversationFacts).where(eq(conversationFacts.conversationId, id));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/13812345678|lilei@/);
    expect(rows.map(({ masked }) => masked).sort()).toEqual(["138****5678", "li***@example.com"]);
  });

  it("is on the handoff card, masked, also what was said a moment before", async () => {
    const customer = await customerOf({ locale: "zh" });
    const id = await askedConversation(customer, "我是李雷，13812345678", "B-2231这单呢，订单号B-2231");
    await requestHandoff({ ctx: customer, input: { conversationId: id } });
    const [handoff] = await db().select().from(handoffs).where(eq(handoffs.conversationId, id));
    expect(handoff?.card.known).toEqual(
      expect.arrayContaining([
        { label: "fact:person", value: "李*" },
        { label: "fact:phone", value: "138****5678" },
      ]),
    );
    expect(JSON.stringify(handoff?.card.known)).not.toMatch(/13812345678|B-2231/);
  });

  it("belongs to its conversation alone", async () => {
    const customer = await customerOf({ locale: "zh" });
    const one = await askedConversation(customer, "13812345678");
    const other = await askedConversation(customer, "你好");
    await listen(customer, one);
    await listen(customer, other);
    expect(await known(other)).toEqual([]);
  });
});
