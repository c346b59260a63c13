import { beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { createConversation } from "@/server/conversations/create-conversation";
import { getConversation } from "@/server/conversations/get-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { transferConversation } from "@/server/conversations/transfer-conversation";
import { undoTransfer } from "@/server/conversations/undo-transfer";
import { customerOf, installInboxes, NOW, skillGroup, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();
beforeAll(installInboxes);

const later = <Ctx extends ServiceContext>(ctx: Ctx, ms: number): Ctx => ({
  ...ctx,
  now: new Date(NOW.getTime() + ms),
});

async function held() {
  const customer = await customerOf();
  const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
  const input = { conversationId: id };
  await requestHandoff({ ctx: customer, input });
  const [agent, other] = [await staffMember("agent"), await staffMember("agent")];
  await claimConversation({ ctx: agent, input });
  return { agent, other, input };
}

test("a transfer to a person or a group is taken back by the one who made it", async () => {
  for (const target of ["person", "group"] as const) {
    const { agent, other, input } = await held();
    const to = target === "person" ? { staffId: other.actor.staffId } : { groupId: await skillGroup() };
    await transferConversation({ ctx: later(agent, 1_000), input: { ...input, ...to } });
    await undoTransfer({ ctx: later(agent, 5_000), input });
    expect(await getConversation({ ctx: agent, input })).toMatchObject({
      status: "assigned",
      assigneeId: agent.actor.staffId,
    });
    await undoTransfer({ ctx: later(agent, 6_000), input });
  }
});

test("it is too late once the new holder answered, for anybody else, and after ten minutes", async () => {
  const { agent, other, input } = await held();
  await transferConversation({ ctx: later(agent, 1_000), input: { ...input, staffId: other.actor.staffId } });
  const refused = { code: "undo_expired" };
  await expect(undoTransfer({ ctx: later(await staffMember("agent"), 2_000), input })).rejects.toMatchObject(refused);
  await expect(undoTransfer({ ctx: later(agent, 11 * 60_000), input })).rejects.toMatchObject(refused);
  const text = { kind: "outgoing" as const, clientMessageId: "a1", text: "Hello, I take over.", attachmentIds: [] };
  await sendStaffMessage({ ctx: later(other, 3_000), input: { ...input, ...text } });
  await expect(undoTransfer({ ctx: later(agent, 4_000), input })).rejects.toMatchObject(refused);
});
