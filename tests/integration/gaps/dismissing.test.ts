import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { gaps } from "@/db/schema";
import { listUnanswered } from "@/server/analytics/list-unanswered";
import type { ServiceContext, StaffActor } from "@/server/context";
import { dismissGap } from "@/server/gaps/dismiss-gap";
import { getGap } from "@/server/gaps/get-gap";
import { countGaps } from "@/server/gaps/list-gaps";
import { reopenGap } from "@/server/gaps/reopen-gap";
import { installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
import { atPresent, gapAsked, gather, served } from "../../support/served-badly";
import { Talker } from "../../support/talker";

ownDatabase();

let editor: ServiceContext<StaffActor>;
let manager: ServiceContext<StaffActor>;
let agent: ServiceContext<StaffActor>;
let stopServing: () => Promise<void>;

beforeAll(async () => {
  await installInboxes();
  stopServing = await serveInternalRoutes();
  [editor, agent, manager] = [await staffMember("editor"), await staffMember("agent"), await staffMember("manager")];
});
afterAll(() => stopServing());

describe("a dismissal", () => {
  it("is taken back, counts while it stands, and gives way to three more customers", async () => {
    const question = "Do you deliver by drone?";
    await served(agent, question, ["We do not deliver by drone."]);
    await gather();
    const gap = await gapAsked(editor, question);
    const waiting = await countGaps({ ctx: editor });
    await dismissGap({ ctx: atPresent(editor), input: { gapId: gap.id, version: gap.version, reason: "one_off" } });
    expect(await countGaps({ ctx: editor })).toBe(waiting - 1);
    const { version } = await reopenGap({ ctx: atPresent(editor), input: { gapId: gap.id } });
    await dismissGap({ ctx: atPresent(editor), input: { gapId: gap.id, version, reason: "one_off" } });
    for (const asked of [1, 2, 3]) {
      await (await Talker.begin()).say(question);
      await gather();
      expect((await gapAsked(editor, question)).state).toBe(asked < 3 ? "dismissed" : "open");
    }
  });
});

describe("what is no question for knowledge", () => {
  it("is read once and shown to nobody", async () => {
    const before = await db().$count(gaps);
    for (const text of ["hello", "agent please", "?!", "how do I do this"]) await (await Talker.begin()).say(text);
    await gather();
    expect(await db().$count(gaps)).toBe(before);
    const { questions } = await listUnanswered({ ctx: atPresent(manager), input: { period: "today", compare: false } });
    expect(questions.map(({ text }) => text)).not.toContain("how do I do this");
  });

  it("keeps nothing of a reply whose conversation is gone", async () => {
    const question = "Do you rent out popcorn machines?";
    const { conversationId } = await served(agent, question, ["We rent popcorn machines for 20 dollars a day."]);
    await (await Talker.begin()).say(question);
    await gather();
    const [before] = await db().select().from(gaps).where(sql`${gaps.title} = ${question}`);
    expect(before).toMatchObject({ questions: 2, suggestion: { reply: { conversationId } } });
    await db().execute(sql`delete from conversations where id = ${conversationId}`);
    await gather();
    const [left] = await db().select().from(gaps).where(sql`${gaps.title} = ${question}`);
    expect(left).toMatchObject({ questions: 1, suggestion: { body: "", reply: null } });
  });

  it("goes with its conversations", async () => {
    const question = "Are your cups safe for the dishwasher of my neighbour?";
    const person = await Talker.begin();
    await person.say(question);
    await gather();
    const gap = await gapAsked(editor, question);
    expect(gap.suggestion?.body).toBe("");
    await db().execute(sql`delete from conversations where id = ${person.conversationId}`);
    await gather();
    await expect(getGap({ ctx: editor, input: { gapId: gap.id } })).rejects.toMatchObject({ code: "gap_not_found" });
  });
});
