import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { getOpeningWords } from "@/server/conversations/get-opening-words";
import { rateConversation } from "@/server/conversations/rate-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { resolveConversation } from "@/server/conversations/resolve-conversation";
import { customerOf, installInboxes, staffMember } from "../../support/actors";
import { askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();
beforeAll(installInboxes);

async function waiting(question: string, customer: Awaited<ReturnType<typeof customerOf>>) {
  const id = await askedConversation(customer, question);
  await requestHandoff({ ctx: customer, input: { conversationId: id } });
  return id;
}

describe("words for an agent to begin with", () => {
  it("greet somebody new and unnamed plainly, and explain", async () => {
    const [customer, agent] = [await customerOf(), await staffMember("agent")];
    const id = await waiting("Where is my order?", customer);
    const { text, because } = await getOpeningWords({ ctx: agent, input: { conversationId: id } });
    expect(because).toEqual(["patient"]);
    expect(text).toMatch(/^Hello, this is /);
  });

  it("name the customer, thank for loyalty, and own up to trouble and to a bad last time", async () => {
    const [customer, agent] = [await customerOf(), await staffMember("agent")];
    const values = { name: "Ms Lin", tier: "platinum" as const };
    await db().update(customers).set(values).where(eq(customers.id, customer.actor.customerId));
    const first = await waiting("Where is my order?", customer);
    await claimConversation({ ctx: agent, input: { conversationId: first } });
    await resolveConversation({ ctx: agent, input: { conversationId: first, reason: "Told by phone" } });
    await rateConversation({ ctx: customer, input: { conversationId: first, score: 1 } });
    const id = await waiting("This is terrible, I am really disappointed and fed up", customer);
    const { text, because } = await getOpeningWords({ ctx: agent, input: { conversationId: id } });
    expect(because).toEqual(["apologetic", "making_up", "appreciative"]);
    expect(text).toMatch(/^Hello Ms Lin, this is .+sorry.+Last time.+Thank you/s);
  });

  it("are for staff who may read conversations, about conversations that exist", async () => {
    const input = { conversationId: await waiting("Hello?", await customerOf()) };
    const editor = await staffMember("editor");
    await expect(getOpeningWords({ ctx: editor, input })).rejects.toMatchObject({ kind: "forbidden" });
    const agent = await staffMember("agent");
    const unknown = { conversationId: "conv_00000000000000000000000000" };
    await expect(getOpeningWords({ ctx: agent, input: unknown })).rejects.toMatchObject({ kind: "not_found" });
  });
});
