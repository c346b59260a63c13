import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actionRuns, actionTurns, customerIdentities, tickets } from "@/db/schema";
import { changeContact } from "@/server/assistant/actions/builtin/change-contact";
import { ActionTalk, codeMailedTo, orderFor } from "../../support/actions";
import { customerOf, identify, installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { mailsTo } from "../../support/mails";
import { stockedShop } from "../../support/stocked-shop";

ownDatabase();

beforeAll(async () => {
  await installInboxes();
  await stockedShop();
});

let serial = 1000;
/** A customer on record with an order, and a visitor who may be them. */
async function shopper(status: "delivered" | "paid" = "delivered") {
  serial += 1;
  const [owner, visitor] = [await customerOf(), await customerOf()];
  const number = `A${serial}`;
  const email = `shopper${serial}@example.com`;
  await identify(owner, "email", email);
  await orderFor(owner.actor.customerId, number, status);
  return { owner, visitor, number, email };
}

const runOf = async (conversationId: string) => {
  const rows = await db().select().from(actionRuns).where(eq(actionRuns.conversationId, conversationId));
  return rows.at(-1);
};

describe("order status", () => {
  it("is told to whoever proves to own the order by a code, and to nobody before", async () => {
    const { visitor, number, email } = await shopper();
    const talk = await ActionTalk.begin(visitor);
    expect((await talk.say("Where is my order?"))?.decision).toMatchObject({ kind: "ask", slot: "order_number" });
    expect((await talk.say(number))?.decision).toMatchObject({
      slot: "identity.email",
      action: { state: "verifying" },
    });
    const sent = await talk.say(email);
    expect(sent?.text).toContain("If that address matches");
    const told = await talk.say(String(await codeMailedTo(email)));
    expect(told?.decision).toMatchObject({ kind: "answer", action: { key: "order_status", state: "done" } });
    expect(told?.text).toContain(`Order ${number} is: Delivered`);
    expect(await runOf(talk.conversationId)).toMatchObject({ state: "done", slot: null });
  });

  it("asks a customer whom a signed token named for nothing but the number, also in Chinese", async () => {
    const { owner, number } = await shopper();
    await identify(owner, "account", "u-1");
    const talk = await ActionTalk.begin(owner, "zh");
    const told = await talk.say(`查一下订单 ${number}`);
    expect(told?.decision.action.state).toBe("done");
    expect(told?.text).toContain("已签收");
  });

  it("says the same and mails nothing when the address is not the order's", async () => {
    const { visitor, number, email } = await shopper();
    const stranger = await shopper();
    const [right, wrong, unknown] = await Promise.all([
      ActionTalk.begin(visitor),
      ActionTalk.begin(visitor),
      ActionTalk.begin(visitor),
    ]);
    const texts = [];
    for (const [talk, address] of [
      [right, email],
      [wrong, stranger.email],
      [unknown, "nobody@example.com"],
    ] as const) {
      await talk.say(`track order ${number}`);
      texts.push((await talk.say(address))?.text);
    }
    expect(new Set(texts).size).toBe(1);
    expect(await mailsTo(stranger.email)).toEqual([]);
    expect(await mailsTo("nobody@example.com")).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it("looks a number up once more and then offers a person", async () => {
    const { visitor, number, email } = await shopper();
    const talk = await ActionTalk.begin(visitor);
    await talk.say(`track order ${number}`);
    await talk.say(email);
    await talk.say(String(await codeMailedTo(email)));
    expect((await talk.say("track order A99999"))?.text).toContain("could not find A99999");
    expect((await talk.say("A99998"))?.decision).toMatchObject({
      kind: "handoff",
      started: false,
      action: { state: "failed" },
    });
  });

  it("does not tell a verified customer about somebody else's order", async () => {
    const { visitor, number, email } = await shopper();
    const other = await shopper();
    const talk = await ActionTalk.begin(visitor);
    await talk.say(`track order ${number}`);
    await talk.say(email);
    await talk.say(String(await codeMailedTo(email)));
    const turn = await talk.say(`track order ${other.number}`);
    expect(turn?.text).toContain(`could not find ${other.number}`);
  });
});

describe("a return", () => {
  it("becomes a ticket after identity and consent, once", async () => {
    const { visitor, owner, number, email } = await shopper();
    const talk = await ActionTalk.begin(visitor, "zh");
    await talk.say(`我要退货，订单 ${number}`);
    await talk.say("尺寸不合适");
    await talk.say(email);
    const asked = await talk.say(String(await codeMailedTo(email)));
    expect(asked?.decision).toMatchObject({ kind: "ask", slot: "confirmation", choices: ["确认", "取消"] });
    expect(asked?.text).toContain(`- 订单号：${number}\n- 退货原因：尺寸不合适`);
    expect(await db().$count(tickets, eq(tickets.orderNumber, number))).toBe(0);
    const done = await talk.say("确认");
    const [ticket] = await db().select().from(tickets).where(eq(tickets.orderNumber, number));
    expect(ticket).toMatchObject({ type: "return", customerId: owner.actor.customerId, status: "new" });
    expect(done?.text).toContain(`#${ticket?.number}`);
    await talk.say(`我要退货，订单 ${number}`);
    expect((await talk.say("再退一次"))?.decision.action.state).toBe("failed");
    expect(await db().$count(tickets, eq(tickets.orderNumber, number))).toBe(1);
  });

  it("is refused before consent is asked when the order has not left the house", async () => {
    const { visitor, number, email } = await shopper("paid");
    const talk = await ActionTalk.begin(visitor);
    await talk.say(`I want to return my order ${number}`);
    await talk.say("too small");
    await talk.say(email);
    const turn = await talk.say(String(await codeMailedTo(email)));
    expect(turn?.decision).toMatchObject({ kind: "handoff", action: { state: "failed" } });
  });

  it("is opened once by two confirmations at once", async () => {
    const { visitor, number, email } = await shopper();
    const talk = await ActionTalk.begin(visitor);
    await talk.say(`I want to return my order ${number}`);
    await talk.say("too small");
    await talk.say(email);
    await talk.say(String(await codeMailedTo(email)));
    const claim = await talk.write("Confirm");
    const turns = await Promise.all(Array.from({ length: 5 }, () => talk.take(claim, "Confirm")));
    expect(new Set(turns.map((turn) => turn?.text)).size).toBe(1);
    expect(await db().$count(tickets, eq(tickets.orderNumber, number))).toBe(1);
    expect(await db().$count(actionTurns, eq(actionTurns.answerId, claim.answerId))).toBe(1);
  });

  it("is not opened while the customer asks other things instead of consenting, or after they changed their mind", async () => {
    const { visitor, number, email } = await shopper();
    const talk = await ActionTalk.begin(visitor);
    await talk.say(`I want to return my order ${number}`);
    await talk.say("too small");
    await talk.say(email);
    await talk.say(String(await codeMailedTo(email)));
    const asked = { message: "", questions: [{ text: "How long does the refund take?", wants: null }] };
    expect((await talk.say("How long does the refund take?", asked))?.decision.slot).toBe("confirmation");
    expect(await runOf(talk.conversationId)).toMatchObject({ state: "confirming" });
    expect((await talk.say("I changed my mind"))?.decision).toMatchObject({ action: { state: "cancelled" } });
    expect(await talk.say("yes")).toBeNull();
    expect(await db().$count(tickets, eq(tickets.orderNumber, number))).toBe(0);
  });

  it("gives way to another action in the same turn", async () => {
    const talk = await ActionTalk.begin(await customerOf());
    await talk.say("I want to return my order");
    expect((await talk.say("where is your store?"))?.decision.action.key).toBe("find_branch");
    const states = await db()
      .select({ state: actionRuns.state })
      .from(actionRuns)
      .where(eq(actionRuns.conversationId, talk.conversationId));
    expect(states.map(({ state }) => state).sort()).toEqual(["cancelled", "collecting"]);
  });
});

describe("a request", () => {
  it("is opened in the conversation and its status told to its own customer without a code", async () => {
    const visitor = await customerOf();
    const talk = await ActionTalk.begin(visitor);
    await talk.say("Open a ticket for me");
    await talk.say("The left earbud is silent since yesterday");
    const asked = await talk.say("13800001111");
    expect(asked?.decision.slot).toBe("confirmation");
    const done = await talk.say("yes please");
    const number = /#(\d+)/.exec(done?.text ?? "")?.[1] ?? "";
    expect((await talk.say(`Ticket status #${number}`))?.text).toContain("is: received");
    const other = await ActionTalk.begin(await customerOf());
    expect((await other.say(`Ticket status #${number}`))?.decision.slot).toBe("identity.email");
  });
});

describe("contact details", () => {
  it("change only after who it is, the new address and consent are certain, and the old address is told", async () => {
    const { visitor, owner, number, email } = await shopper();
    const fresh = `new${number.toLowerCase()}@example.com`;
    const talk = await ActionTalk.begin(visitor);
    await talk.say("Change my contact details");
    expect((await talk.say(fresh))?.decision.slot).toBe("identity.email");
    await talk.say(email);
    const proof = await talk.say(String(await codeMailedTo(email)));
    expect(proof?.decision.slot).toBe("proof.code");
    expect((await talk.say(String(await codeMailedTo(fresh))))?.decision.slot).toBe("confirmation");
    expect((await talk.say("ok"))?.decision.action.state).toBe("done");
    const rows = await db()
      .select()
      .from(customerIdentities)
      .where(eq(customerIdentities.customerId, owner.actor.customerId));
    expect(rows).toHaveLength(1);
    expect((await mailsTo(email)).at(-1)?.subject).toContain("contact details changed");
  });

  it("never take an address that is somebody else's", async () => {
    const [mine, theirs] = [await shopper(), await shopper()];
    const person = { customerId: mine.owner.actor.customerId, email: mine.email, account: null };
    const outcome = await db().transaction((tx) =>
      changeContact({
        tx,
        ctx: mine.owner,
        values: { contact: theirs.email },
        person,
        locale: "en",
        runKey: "k",
        conversation: {} as never,
      }),
    );
    expect(outcome).toEqual({ ok: false, failure: "taken" });
  });
});

describe("the catalogue", () => {
  it.each([
    ["Buds 2 Pro 还有库存吗", "有货，仅剩 4 件"],
    ["Buds 2 有货吗", "暂时缺货"],
  ])("answers %j at once", async (text, expected) => {
    const talk = await ActionTalk.begin(await customerOf(), "zh");
    expect((await talk.say(text, { actionKey: "check_stock" }))?.text).toContain(expected);
  });

  it("knows branches by city", async () => {
    const talk = await ActionTalk.begin(await customerOf(), "zh");
    expect((await talk.say("你们的门店在哪里"))?.decision).toMatchObject({ slot: "branch", choices: ["静安店"] });
    expect((await talk.say("上海"))?.text).toContain("南京西路 1 号");
  });
});

describe("a turn", () => {
  it("is refused when a person took over or the writer lost the answer", async () => {
    const talk = await ActionTalk.begin(await customerOf());
    const claim = await talk.write("track my order");
    await expect(talk.take({ ...claim, writer: "req_other" }, "x")).rejects.toThrow("assistant_inactive");
    await db().execute(sql`update conversations set status = 'queued' where id = ${talk.conversationId}`);
    await expect(talk.take(claim, "track my order")).rejects.toThrow("assistant_inactive");
  });

  it("is nobody's when the message asks for no action", async () => {
    const talk = await ActionTalk.begin(await customerOf());
    expect(await talk.say("How long is the warranty?")).toBeNull();
    expect(await runOf(talk.conversationId)).toBeUndefined();
  });

  it("keeps what the customer gave unreadable in the database", async () => {
    const { visitor, number, email } = await shopper();
    const talk = await ActionTalk.begin(visitor);
    await talk.say(`track order ${number}`);
    await talk.say(email);
    const stored = JSON.stringify(await runOf(talk.conversationId));
    expect(stored).not.toContain(number);
    expect(stored).not.toContain(email);
  });
});
