import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { saveRule } from "@/server/assistant/rules/save-rule";
import { selectQuestions } from "@/server/conversations/questions";
import { codeMailedTo, orderFor } from "../../support/actions";
import { identify, installInboxes, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
import { Talker } from "../../support/talker";

ownDatabase();

let number = 7300;

/** A customer with a delivered order, known by an address. */
async function shopper() {
  const talker = await Talker.begin();
  number += 1;
  const [email, order] = [`shopper${number}@example.com`, `A${number}`];
  await orderFor(talker.customer.actor.customerId, order);
  await identify(talker.customer, "email", email);
  return { talker, email, order };
}

describe("a rule about what an action was told", () => {
  const words = { zh: "保修两年。", en: "The warranty is two years." };
  let stopServing: () => Promise<void>;
  let rule: Parameters<typeof saveRule>[0];

  beforeAll(async () => {
    await installInboxes();
    stopServing = await serveInternalRoutes();
    const articleId = await publishedArticle("Return fees", "A return costs 12 dollars.", [
      "Does a return cost something?",
    ]);
    const input = {
      name: "W",
      kind: "exact" as const,
      phrases: ["warranty"],
      words,
      articleId,
      hours: "always" as const,
      enabled: true,
    };
    const ctx = await staffMember("admin");
    rule = { ctx, input: { ...input, id: (await saveRule({ ctx, input })).id } };
  });
  afterAll(() => stopServing());

  it("leaves it to the action where it is the reason asked for", async () => {
    const { talker, email, order } = await shopper();
    await talker.say(`I want to return ${order}`);
    const reply = await talker.say("It broke, and the warranty period is not over");
    expect(reply.decision).toMatchObject({ slot: "identity.email", action: { key: "start_return" } });
    await talker.say(email);
    expect((await talker.say(String(await codeMailedTo(email)))).text).toContain("warranty period is not over");
  });

  it("says its words to the question beside it, and the action goes on", async () => {
    const { talker, order } = await shopper();
    await talker.say("I want to return my order");
    const reply = await talker.say(`${order}. And how long is the warranty?`);
    expect(reply.text).toMatch(/^The warranty is two years\.\n\nBack to your request:\n\nWhat is the reason/);
    expect(reply.decision).toMatchObject({ kind: "answer", slot: "reason" });
    expect(reply.titles).toEqual(["Return fees"]);
    expect(await selectQuestions(db(), talker.conversationId)).toMatchObject([{ state: "answered" }]);
  });

  it("that must not be answered is kept to the question beside it, too", async () => {
    await saveRule({ ...rule, input: { ...rule.input, kind: "refuse", articleId: null } });
    const { talker, order } = await shopper();
    await talker.say("I want to return my order");
    const reply = await talker.say(`${order}. And how long is the warranty?`);
    expect(reply.text).toMatch(/^The warranty is two years\.\n\nBack to your request:\n\nWhat is the reason/);
    expect(reply.decision).toMatchObject({ kind: "ask", slot: "reason" });
    expect(await selectQuestions(db(), talker.conversationId)).toMatchObject([{ state: "open" }]);
  });
});
