import { beforeAll, describe, expect, it } from "vitest";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { mailRatingForm } from "@/server/conversations/mail-rating-form";
import { markRead } from "@/server/conversations/mark-read";
import { rateConversation } from "@/server/conversations/rate-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { resolveConversation } from "@/server/conversations/resolve-conversation";
import { sendMessage } from "@/server/conversations/send-message";
import { getRatingForm } from "@/server/quality/get-rating-form";
import { contextOf, customerReachedAt, installInboxes, staffMember } from "../../support/actors";
import { askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { mailsTo } from "../../support/mails";

ownDatabase();
beforeAll(installInboxes);

async function resolved(email: string) {
  const customer = await customerReachedAt(email);
  const id = await askedConversation(customer, "Where is my order?");
  await requestHandoff({ ctx: customer, input: { conversationId: id } });
  const agent = await staffMember("agent");
  await claimConversation({ ctx: agent, input: { conversationId: id } });
  await resolveConversation({ ctx: agent, input: { conversationId: id, reason: "Told by phone" } });
  return { customer, id };
}

const look = (conversationId: string) =>
  mailRatingForm(contextOf({ kind: "system" }), { conversationId }, { number: 1, last: false });

describe("a customer who left before the conversation was closed", () => {
  it("is mailed the rating form once, and reading the link stores nothing", async () => {
    const { id } = await resolved("left@customer.example");
    await look(id);
    await look(id);
    const [mail, ...more] = await mailsTo("left@customer.example");
    expect(more).toHaveLength(0);
    const token = /\/en\/rate\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const form = () => getRatingForm({ ctx: contextOf({ kind: "anonymous" }), input: { token } });
    await form();
    expect(await form()).toMatchObject({ about: "conversation", current: null, closed: null });
  });

  it.each([
    [
      "saw the end of it",
      ({ customer, id }: Closed) => markRead({ ctx: customer, input: { conversationId: id, seq: 99 } }),
    ],
    [
      "has rated it",
      ({ customer, id }: Closed) => rateConversation({ ctx: customer, input: { conversationId: id, score: 4 } }),
    ],
    [
      "has written again",
      ({ customer, id }: Closed) =>
        sendMessage({
          ctx: customer,
          input: { conversationId: id, clientMessageId: "again", text: "Still not here", attachmentIds: [] },
        }),
    ],
  ])("is not, who %s", async (what, happens) => {
    const email = `${what.replaceAll(" ", "-")}@customer.example`;
    const closed = await resolved(email);
    await happens(closed);
    await look(closed.id);
    expect(await mailsTo(email)).toHaveLength(0);
  });
});

type Closed = Awaited<ReturnType<typeof resolved>>;
