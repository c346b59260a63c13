import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { identityCodes } from "@/db/schema";
import { checkCode } from "@/server/customers/identity/check-code";
import { provedPerson } from "@/server/customers/identity/proved-person";
import { sendCode } from "@/server/customers/identity/send-code";
import { ActionTalk, codeMailedTo } from "../../support/actions";
import { contextOf, customerOf, identify, installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { mailsTo } from "../../support/mails";

ownDatabase();
beforeAll(installInboxes);

const system = contextOf({ kind: "system" });
const MINUTE = 60_000;
let serial = 0;

async function mailedCode(purpose: "identity" | "proof" = "identity") {
  serial += 1;
  const [owner, visitor] = [await customerOf(), await customerOf()];
  const address = `person${serial}@example.com`;
  await identify(owner, "email", address);
  const { conversationId } = await ActionTalk.begin(visitor);
  const send = (more: object = {}) =>
    db().transaction((tx) =>
      sendCode(tx, system, {
        conversationId,
        purpose,
        address,
        customerId: owner.actor.customerId,
        deliver: true,
        locale: "en",
        ...more,
      }),
    );
  await send();
  const code = (await codeMailedTo(address)) ?? "";
  const check = (guess: string, now = system.now, where = conversationId) =>
    checkCode(db(), { now }, { conversationId: where, purpose, code: guess });
  return { owner, visitor, address, conversationId, code, send, check };
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a one-time code", () => {
  it("holds once, for ten minutes, and proves whose record the conversation may open", async () => {
    const { code, check, conversationId, owner, visitor, address } = await mailedCode();
    const conversation = { id: conversationId, customerId: visitor.actor.customerId };
    expect(code).toMatch(/^\d{6}$/);
    expect(await provedPerson(db(), system, conversation)).toBeNull();
    expect(await check(code, new Date(system.now.getTime() + 9 * MINUTE))).toBe("right");
    expect(await check(code)).toBe("spent");
    const later = new Date(system.now.getTime() + 30 * MINUTE);
    const person = await provedPerson(db(), { now: later }, conversation);
    expect(person).toEqual({ customerId: owner.actor.customerId, email: address, account: null });
    const nextDay = new Date(system.now.getTime() + 24 * 60 * MINUTE);
    expect(await provedPerson(db(), { now: nextDay }, conversation)).toBeNull();
  });

  it("expires", async () => {
    const { code, check } = await mailedCode();
    expect(await check(code, new Date(system.now.getTime() + 10 * MINUTE))).toBe("spent");
  });

  it("allows three tries, the right one among them only if it is one of the three", async () => {
    const { code, check } = await mailedCode();
    expect([await check(wrong(code)), await check(wrong(code)), await check(wrong(code))]).toEqual([
      "wrong",
      "wrong",
      "spent",
    ]);
    expect(await check(code)).toBe("spent");
  });

  it("looks at three of a hundred guesses sent at once", async () => {
    const { code, check, conversationId } = await mailedCode();
    const guesses = Array.from({ length: 100 }, (_, at) => (at === 99 ? code : wrong(code)));
    const outcomes = await Promise.all(guesses.map((guess) => check(guess)));
    expect(outcomes.filter((outcome) => outcome !== "spent").length).toBeLessThanOrEqual(3);
    const [row] = await db().select().from(identityCodes).where(eq(identityCodes.conversationId, conversationId));
    expect(row?.tries).toBeLessThanOrEqual(3);
  });

  it("is taken once by two right answers at once", async () => {
    const { code, check } = await mailedCode();
    const outcomes = await Promise.all([check(code), check(code), check(code)]);
    expect(outcomes.filter((outcome) => outcome === "right")).toHaveLength(1);
  });

  it("opens nothing in another conversation", async () => {
    const [mine, theirs] = [await mailedCode(), await mailedCode()];
    expect(await mine.check(mine.code, system.now, theirs.conversationId)).not.toBe("right");
    const bare = await ActionTalk.begin(await customerOf());
    expect(await mine.check(mine.code, system.now, bare.conversationId)).toBe("spent");
  });

  it("serves only what it was asked for", async () => {
    const { code, conversationId } = await mailedCode("proof");
    const input = { conversationId, purpose: "identity" as const, code };
    expect(await checkCode(db(), system, input)).toBe("spent");
  });

  it("stops holding when another one is sent, to whatever address", async () => {
    const { code, check, send } = await mailedCode();
    await send({ address: "other@example.com", customerId: null });
    expect(await check(code)).not.toBe("right");
  });

  it("is never right for an address on no record, for which no mail goes out", async () => {
    const { send, check } = await mailedCode();
    await send({ address: "ghost@example.com", customerId: null, deliver: false });
    expect(await mailsTo("ghost@example.com")).toEqual([]);
    expect(await check("000000")).toBe("wrong");
  });

  it("is sent three times a conversation in ten minutes, and five times an hour to an address", async () => {
    const { send, address } = await mailedCode();
    expect([await send(), await send(), await send()]).toEqual([true, true, false]);
    const sent = [];
    for (let at = 0; at < 4; at += 1) {
      const { conversationId } = await ActionTalk.begin(await customerOf());
      sent.push(await send({ conversationId }));
    }
    expect(sent).toEqual([true, true, false, false]);
    expect(await mailsTo(address)).toHaveLength(5);
  });

  it("is stored only as a keyed hash", async () => {
    const { code, conversationId, address } = await mailedCode();
    const [row] = await db().select().from(identityCodes).where(eq(identityCodes.conversationId, conversationId));
    expect(JSON.stringify(row)).not.toContain(code);
    expect(JSON.stringify(row)).not.toContain(address);
  });
});
