import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversations, customers, events, inboxes, messages, orderItems, orders } from "@/db/schema";
import { normaliseEmail, normalisePhone } from "@/lib/contact";
import { updateCustomerSchema } from "@/lib/contracts/customers";
import { newId } from "@/lib/ids";
import type { ServiceContext, StaffActor } from "@/server/context";
import { getCustomer } from "@/server/customers/get-customer";
import { listCustomerConversations, listCustomerTickets } from "@/server/customers/list-customer-history";
import { listCustomers } from "@/server/customers/list-customers";
import { listOrders } from "@/server/customers/list-orders";
import { updateCustomer } from "@/server/customers/update-customer";
import { contextOf, customerOf, identify, installInboxes, NOW, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();

let agent: ServiceContext<StaffActor>;
let lin = "";
const DAY_MS = 24 * 60 * 60 * 1000;

async function order(
  number: string,
  status: "paid" | "packed" | "shipped" | "completed" | "cancelled" | "returned" | "pending_payment",
  totalMinor: number,
  daysAgo: number,
  currency = "CNY",
) {
  const id = newId("order");
  const placedAt = new Date(NOW.getTime() - daysAgo * DAY_MS);
  await db().insert(orders).values({ id, customerId: lin, number, status, totalMinor, currency, placedAt });
  await db()
    .insert(orderItems)
    .values({ orderId: id, sku: "LY-O1", name: "Over 1", quantity: 1, priceMinor: totalMinor });
}

beforeAll(async () => {
  agent = await staffMember("agent");
  await installInboxes();
  const customer = await customerOf({ name: "林晓雨", tier: "gold", locale: "zh" });
  lin = customer.actor.customerId;
  await identify(customer, "phone", normalisePhone("138 0000 5678"));
  await identify(customer, "email", normaliseEmail("Lin.Xiaoyu@Example.com"));
  await order("A1001", "completed", 249_900, 200);
  await order("A1029", "shipped", 129_900, 2);
  await order("A1030", "pending_payment", 99_900, 0);
  await order("A1010", "cancelled", 50_000, 90);
  await order("A1011", "returned", 40_000, 80);
  await order("A1012", "paid", 8_000, 70, "USD");
});

describe("a customer's card", () => {
  it("adds up what was paid for, by currency, and leaves out what was cancelled, sent back or not paid", async () => {
    const card = await getCustomer({ ctx: agent, input: { customerId: lin } });
    expect(card.lifetime).toEqual([
      { totalMinor: 379_800, currency: "CNY" },
      { totalMinor: 8_000, currency: "USD" },
    ]);
    expect(card.orderCount).toBe(6);
    expect(card.lastPurchase).toMatchObject({ number: "A1029", totalMinor: 129_900, currency: "CNY" });
  });

  it("shows addresses only with their middle hidden", async () => {
    const card = await getCustomer({ ctx: agent, input: { customerId: lin } });
    expect(card.contacts).toEqual([
      { channel: "phone", masked: "138****5678", verified: true },
      { channel: "email", masked: "li***@example.com", verified: true },
    ]);
    expect(JSON.stringify(card)).not.toContain("13800005678");
  });

  it("says that it does not exist for an unknown id", async () => {
    const unknown = getCustomer({ ctx: agent, input: { customerId: "cus_none" } });
    await expect(unknown).rejects.toMatchObject({ kind: "not_found", code: "customer_not_found" });
  });
});

describe("the list of customers", () => {
  const found = async (search: string) =>
    (await listCustomers({ ctx: agent, input: { search } })).customers.map(({ name }) => name);

  it("finds a customer by a part of the name, an order number, a phone or an e-mail address", async () => {
    for (const search of ["晓雨", "a1029", "+86 138-0000-5678", "lin.xiaoyu@example.com"]) {
      expect([search, await found(search)]).toEqual([search, ["林晓雨"]]);
    }
    expect(await found("lin.xiaoyu@example")).toEqual([]);
    expect(await found("A1028")).toEqual([]);
  });

  it("takes signs of a pattern as the signs they are", async () => {
    await customerOf({ name: "100% 棉" });
    expect(await found("100%")).toEqual(["100% 棉"]);
    expect(await found("%")).toEqual(["100% 棉"]);
    expect(await found("_")).toEqual([]);
  });

  it("pages from the newest to the oldest without loss or repetition", async () => {
    await db()
      .insert(customers)
      .values(Array.from({ length: 120 }, (_, index) => ({ name: `Page ${index}`, tier: "silver" as const })));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCustomers({ ctx: agent, input: { tier: "silver", cursor } });
      seen.push(...page.customers.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect([...seen].sort().reverse()).toEqual(seen);
  });

  it("tells the worth, the last purchase and how many conversations are open", async () => {
    const [web] = await db().select({ id: inboxes.id }).from(inboxes);
    const base = { inboxId: web?.id ?? "", customerId: lin, locale: "zh" };
    await db()
      .insert(conversations)
      .values([base, { ...base, status: "resolved" as const, resolvedAt: NOW }]);
    const { customers: rows } = await listCustomers({ ctx: agent, input: { search: "晓雨" } });
    expect(rows[0]).toMatchObject({ tier: "gold", openConversations: 1, lifetime: [{ totalMinor: 379_800 }, {}] });
    expect(new Date(rows[0]?.lastPurchaseAt ?? 0)).toEqual(new Date(NOW.getTime() - 2 * DAY_MS));
  });
});

describe("what a customer bought and asked", () => {
  it("lists orders with what was in them, the latest first, a page at a time", async () => {
    const first = await listOrders({ ctx: agent, input: { customerId: lin } });
    expect(first.orders.map(({ number }) => number)).toEqual(["A1030", "A1029", "A1012", "A1011", "A1010", "A1001"]);
    expect(first.orders[1]?.items).toEqual([{ sku: "LY-O1", name: "Over 1", quantity: 1, priceMinor: 129_900 }]);
    const later = await listOrders({ ctx: agent, input: { customerId: lin, cursor: first.orders[3]?.id } });
    expect(later.orders.map(({ number }) => number)).toEqual(["A1010", "A1001"]);
  });

  it("lists conversations and tickets of this customer alone", async () => {
    const other = await customerOf({ name: "Somebody" });
    const mine = await listCustomerConversations({ ctx: agent, input: { customerId: lin } });
    expect(mine.items.map(({ status }) => status).sort()).toEqual(["assistant", "resolved"]);
    const theirs = { customerId: other.actor.customerId };
    expect((await listCustomerConversations({ ctx: agent, input: theirs })).items).toEqual([]);
    expect((await listCustomerTickets({ ctx: agent, input: theirs })).items).toEqual([]);
  });
});

describe("a past conversation", () => {
  it("is recognised by the customer's first words", async () => {
    const { items } = await listCustomerConversations({ ctx: agent, input: { customerId: lin } });
    const conversationId = items[0]?.id ?? "";
    const said = (seq: number, kind: "incoming" | "outgoing", body: string) => ({
      conversationId,
      seq,
      publicSeq: seq,
      kind,
      senderType: kind === "incoming" ? ("customer" as const) : ("assistant" as const),
      body,
    });
    await db()
      .insert(messages)
      .values([said(1, "incoming", "退款多久"), said(2, "outgoing", "三天"), said(3, "incoming", "好")]);
    const again = await listCustomerConversations({ ctx: agent, input: { customerId: lin } });
    expect(again.items.map(({ opening }) => opening)).toEqual(["退款多久", null]);
  });
});

describe("changing a customer", () => {
  it("stores the change and records which fields moved, never their values", async () => {
    await updateCustomer({
      ctx: agent,
      input: { customerId: lin, name: "林小雨", tier: "gold", attributes: { city: "深圳" } },
    });
    const card = await getCustomer({ ctx: agent, input: { customerId: lin } });
    expect(card).toMatchObject({ name: "林小雨", attributes: { city: "深圳" } });
    const rows = await db().select().from(events).where(eq(events.entityId, lin));
    expect(rows.map(({ name, data }) => ({ name, data }))).toEqual([
      { name: "customer.updated", data: { fields: ["name", "attributes"] } },
    ]);
    await updateCustomer({ ctx: agent, input: { customerId: lin, name: "林小雨" } });
    expect(await db().$count(events, eq(events.entityId, lin))).toBe(1);
  });

  it("refuses a name with NUL or broken letters, and too many attributes", () => {
    for (const name of ["a\u0000b", "\ud800", "", " ".repeat(3), "x".repeat(121)]) {
      expect(updateCustomerSchema.safeParse({ customerId: lin, name }).success).toBe(false);
    }
    const many = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`k${index}`, "v"]));
    expect(updateCustomerSchema.safeParse({ customerId: lin, attributes: many }).success).toBe(false);
  });
});

describe("who may see customers", () => {
  it("are agents, managers and administrators; not editors, customers or strangers", async () => {
    const editor = await staffMember("editor");
    const visitor = await customerOf();
    for (const ctx of [editor, visitor]) {
      await expect(getCustomer({ ctx, input: { customerId: lin } })).rejects.toMatchObject({ kind: "forbidden" });
      await expect(updateCustomer({ ctx, input: { customerId: lin, tier: "platinum" } })).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
    const anyone = contextOf({ kind: "anonymous" });
    await expect(listCustomers({ ctx: anyone, input: {} })).rejects.toMatchObject({ kind: "unauthorized" });
    for (const role of ["manager", "admin"] as const) {
      const ctx = await staffMember(role);
      await expect(getCustomer({ ctx, input: { customerId: lin } })).resolves.toMatchObject({ id: lin });
    }
  });
});
