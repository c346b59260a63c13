import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { assistantRules, calendars } from "@/db/schema";
import { RULE_HOURS } from "@/lib/contracts/assistant-rules";
import { rehearsalGround } from "@/server/assistant/rehearsal-ground";
import { listRules } from "@/server/assistant/rules/list-rules";
import { saveRule } from "@/server/assistant/rules/save-rule";
import { staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ALWAYS, keepHours, NEVER } from "../../support/calendars";
import { ownDatabase } from "../../support/database";
import { callProcedure } from "../../support/routes/call-procedure";
import { somebodyAtWork } from "../../support/somebody-at-work";
import { Talker } from "../../support/talker";

ownDatabase();
somebodyAtWork();

const KNOWN = "How long does a refund take?";

beforeAll(async () => {
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", [KNOWN]);
});
beforeEach(async () => {
  await db().delete(calendars);
  await db().delete(assistantRules);
});

describe("a rule's hours", () => {
  const words = { zh: "退款明天处理。", en: "Refunds are seen to tomorrow." };
  const late = { name: "Late", kind: "refuse" as const, phrases: ["refund"], words, articleId: null, enabled: true };
  const told = async () => (await (await Talker.begin()).say(KNOWN)).text;

  it("are kept, and are always unless it says otherwise", async () => {
    const ctx = await staffMember("admin");
    const { id } = await saveRule({ ctx, input: { ...late, hours: "closed" } });
    expect(await listRules({ ctx })).toMatchObject([{ id, hours: "closed" }]);
    expect(await callProcedure("assistant.saveRule", ctx, { ...late, id })).toMatchObject({ code: "ok" });
    expect(await listRules({ ctx })).toMatchObject([{ id, hours: "always" }]);
  });

  it("are refused where there are none such, by the procedure and by the table", async () => {
    const ctx = await staffMember("admin");
    const refused = await callProcedure("assistant.saveRule", ctx, { ...late, hours: "weekends" });
    expect(refused).toEqual({ code: "invalid_input", status: "BAD_REQUEST" });
    expect(await listRules({ ctx })).toEqual([]);
    const { id } = await saveRule({ ctx, input: { ...late, hours: "open" } });
    const forced = db()
      .update(assistantRules)
      .set({ hours: "weekends" as "open" })
      .where(eq(assistantRules.id, id));
    await expect(forced).rejects.toMatchObject({ cause: { constraint: "assistant_rules_hours_check" } });
  });

  it.each([
    ["always open", ALWAYS, ["always", "open"]],
    ["never open", NEVER, ["always", "closed"]],
  ])("decide whether the next answer is under it, in a company that is %s", async (_, calendar, counting) => {
    await keepHours(calendar);
    const ctx = await staffMember("admin");
    for (const hours of RULE_HOURS) {
      const { id } = await saveRule({ ctx, input: { ...late, hours } });
      expect(await told()).toContain(counting.includes(hours) ? words.en : "3–5 working days");
      await db().delete(assistantRules).where(eq(assistantRules.id, id));
    }
  });

  it("count as open without a calendar, and in every rehearsal", async () => {
    const ctx = await staffMember("admin");
    await saveRule({ ctx, input: { ...late, hours: "closed" } });
    expect(await told()).toContain("3–5 working days");
    await saveRule({ ctx, input: { ...late, hours: "open" } });
    expect(await told()).toContain(words.en);
    await keepHours(NEVER);
    expect((await rehearsalGround(db())).rules).toMatchObject([{ hours: "open" }]);
  });
});
