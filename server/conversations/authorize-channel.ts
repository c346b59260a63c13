import { and, eq } from "drizzle-orm";
import { skillGroupMembers } from "@/db/schema";
import { parseRealtimeChannel, type RealtimeChannel } from "@/lib/realtime-channels";
import { requirePermission, type ServiceContext } from "@/server/context";
import { forbidden, invalid } from "@/server/errors";
import { channelAuthorization } from "@/server/realtime/authorization";
import { SOCKET_ID } from "@/server/realtime/socket-id";
import { loadConversation } from "./load-conversation";

type ConversationChannel = Extract<RealtimeChannel, { epoch: number }>;

/** Readers of a conversation may listen to it under its current epoch; only staff hear what customers may not see. */
async function mayHearConversation(ctx: ServiceContext, channel: ConversationChannel): Promise<void> {
  if (ctx.actor.kind !== "customer" || channel.kind !== "conversation") requirePermission(ctx, "conversations:read");
  const { epoch } = await loadConversation(ctx.db, ctx.actor, channel.id);
  if (epoch !== channel.epoch) throw forbidden("channel_forbidden");
}

async function mayHearGroup(ctx: ServiceContext, groupId: string): Promise<void> {
  const { actor } = requirePermission(ctx, "conversations:read");
  const member = and(eq(skillGroupMembers.groupId, groupId), eq(skillGroupMembers.staffId, actor.staffId));
  const rows = await ctx.db.select({ groupId: skillGroupMembers.groupId }).from(skillGroupMembers).where(member);
  if (rows.length === 0) throw forbidden("channel_forbidden");
}

async function mayHear(ctx: ServiceContext, channel: RealtimeChannel): Promise<void> {
  if ("epoch" in channel) return mayHearConversation(ctx, channel);
  if (channel.kind === "dashboard") return void requirePermission(ctx, "analytics:read");
  if (channel.kind === "staffAll") return void requirePermission(ctx, "conversations:read");
  if (!("id" in channel) || channel.kind === "ticket") throw forbidden("channel_forbidden");
  if (channel.kind === "group") return mayHearGroup(ctx, channel.id);
  if (ctx.actor.kind !== "staff" || ctx.actor.staffId !== channel.id) throw forbidden("channel_forbidden");
}

/**
 * Signs one socket's wish to join one channel, by the rules that guard reading what the channel tells of.
 * @throws ServiceError forbidden `channel_forbidden` for unknown names, another's channel and a past epoch; not_found for
 * unknown and foreign conversations alike; invalid `invalid_socket_id`.
 */
export async function authorizeChannel({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { socketId: string; channel: string };
}): Promise<{ auth: string; channel_data?: string }> {
  if (!SOCKET_ID.test(input.socketId)) throw invalid("invalid_socket_id");
  const channel = parseRealtimeChannel(input.channel);
  if (!channel) throw forbidden("channel_forbidden");
  await mayHear(ctx, channel);
  const { actor } = ctx;
  const present = channel.kind === "conversationPresence" && actor.kind === "staff";
  const member = present ? { id: actor.staffId, name: actor.name } : undefined;
  return channelAuthorization(input.socketId, input.channel, member);
}
