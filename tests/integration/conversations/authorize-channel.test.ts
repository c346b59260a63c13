import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { conversations, skillGroupMembers } from "@/db/schema";
import { realtimeChannels } from "@/lib/realtime-channels";
import type { ServiceContext } from "@/server/context";
import { authorizeChannel } from "@/server/conversations/authorize-channel";
import { createConversation } from "@/server/conversations/create-conversation";
import { contextOf, customerOf, installInboxes, skillGroup, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();
beforeAll(installInboxes);

const SOCKET = "123.456";
const join = (ctx: ServiceContext, channel: string, socketId = SOCKET) =>
  authorizeChannel({ ctx, input: { socketId, channel } });

async function conversation() {
  const customer = await customerOf();
  const { id, epoch } = await createConversation({ ctx: customer, input: { channel: "web" } });
  return { customer, id, epoch };
}

describe("joining a conversation's channels", () => {
  test("a customer hears their own conversation, and nothing that only staff may hear", async () => {
    const { customer, id, epoch } = await conversation();
    await expect(join(customer, realtimeChannels.conversation(id, epoch))).resolves.toHaveProperty("auth");
    for (const channel of [
      realtimeChannels.conversationStaff(id, epoch),
      realtimeChannels.conversationPresence(id, epoch),
      realtimeChannels.staffAll(),
      realtimeChannels.dashboard(),
    ]) {
      await expect(join(customer, channel)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });

  test("another customer is told that it does not exist, like an unknown one", async () => {
    const { id, epoch } = await conversation();
    const stranger = await customerOf();
    for (const one of [id, `${id.slice(0, -1)}z`]) {
      await expect(join(stranger, realtimeChannels.conversation(one, epoch))).rejects.toMatchObject({
        kind: "not_found",
      });
    }
  });

  test("a past or future epoch is refused to everybody", async () => {
    const { customer, id } = await conversation();
    const agent = await staffMember("agent");
    await db().update(conversations).set({ epoch: 2 }).where(eq(conversations.id, id));
    for (const epoch of [0, 1, 3]) {
      await expect(join(customer, realtimeChannels.conversation(id, epoch))).rejects.toMatchObject({
        code: "channel_forbidden",
      });
      await expect(join(agent, realtimeChannels.conversationStaff(id, epoch))).rejects.toMatchObject({
        code: "channel_forbidden",
      });
    }
    await expect(join(agent, realtimeChannels.conversationStaff(id, 2))).resolves.toHaveProperty("auth");
  });

  test("staff who may not read conversations hear none of them; nobody signed in hears nothing", async () => {
    const { id, epoch } = await conversation();
    const editor = await staffMember("editor");
    const anonymous = contextOf({ kind: "anonymous" });
    for (const channel of [realtimeChannels.conversation(id, epoch), realtimeChannels.staffAll()]) {
      await expect(join(editor, channel)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(join(anonymous, channel)).rejects.toMatchObject({ kind: "unauthorized" });
    }
  });

  test("viewing names the member of staff by the session, not by the request", async () => {
    const { id, epoch } = await conversation();
    const agent = await staffMember("agent", "Wen");
    const { channel_data } = await join(agent, realtimeChannels.conversationPresence(id, epoch));
    expect(JSON.parse(channel_data ?? "")).toEqual({ user_id: agent.actor.staffId, user_info: { name: "Wen" } });
  });
});

describe("joining other channels", () => {
  test("one's own channel and one's own groups only", async () => {
    const [mine, other] = [await staffMember("agent"), await staffMember("agent")];
    const groupId = await skillGroup();
    await db().insert(skillGroupMembers).values({ groupId, staffId: mine.actor.staffId });
    await expect(join(mine, realtimeChannels.staff(mine.actor.staffId))).resolves.toHaveProperty("auth");
    await expect(join(other, realtimeChannels.staff(mine.actor.staffId))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(join(mine, realtimeChannels.group(groupId))).resolves.toHaveProperty("auth");
    await expect(join(other, realtimeChannels.group(groupId))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("the dashboard is for those who may read figures", async () => {
    await expect(join(await staffMember("manager"), realtimeChannels.dashboard())).resolves.toHaveProperty("auth");
    await expect(join(await staffMember("agent"), realtimeChannels.dashboard())).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("names that this product does not use, and malformed sockets, are refused", async () => {
    const agent = await staffMember("admin");
    for (const channel of ["private-x", "staff-all", "private-conversation-conv_1", "", "private-staff-all\n"]) {
      await expect(join(agent, channel)).rejects.toMatchObject({ code: "channel_forbidden" });
    }
    for (const socketId of ["", "1", "1.2:private-dashboard", "1.2\n", "a.b"]) {
      await expect(join(agent, realtimeChannels.staffAll(), socketId)).rejects.toMatchObject({
        code: "invalid_socket_id",
      });
    }
  });
});
