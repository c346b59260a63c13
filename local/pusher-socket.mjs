/** One client's connection: subscriptions and client events of the Pusher protocol, version 7. */
import { frame, send } from "./pusher-channels.mjs";
import {
  clientEventAllowance,
  EVENT_BYTES,
  isChannelName,
  isEventName,
  PRESENCE_MEMBER_BYTES,
  PRESENCE_MEMBERS,
} from "./pusher-limits.mjs";
import { mayEnter } from "./pusher-signatures.mjs";

const ACTIVITY_TIMEOUT_SECONDS = 30;
const SUBSCRIPTIONS_PER_SOCKET = 1000;
const CLIENT_EVENT_REJECTED = 4301;
const TOO_MANY_MEMBERS = 4100;

/**
 * Serves one socket until it closes.
 * @param {{ app: import("./pusher-signatures.mjs").PusherApp, channels: import("./pusher-channels.mjs").Channels, socket: import("ws").WebSocket, socketId: string }} connection
 */
export function serveSocket({ app, channels, socket, socketId }) {
  const joined = new Set();
  const client = { app, channels, socket, socketId, joined, mayTrigger: clientEventAllowance() };
  socket.on("message", (data) => receive(client, data));
  socket.on("close", () => {
    for (const name of joined) channels.leave(name, socket);
  });
  socket.on("error", () => socket.terminate());
  send(
    socket,
    frame("pusher:connection_established", null, { socket_id: socketId, activity_timeout: ACTIVITY_TIMEOUT_SECONDS }),
  );
}

function receive(client, raw) {
  let message;
  try {
    message = JSON.parse(raw.toString("utf8"));
  } catch {
    return fail(client, 4200, "The message is not JSON.");
  }
  const data = asObject(message?.data);
  if (message?.event === "pusher:ping") return send(client.socket, frame("pusher:pong", null, {}));
  if (message?.event === "pusher:pong") return;
  if (message?.event === "pusher:subscribe") return subscribe(client, data);
  if (message?.event === "pusher:unsubscribe") return unsubscribe(client, data.channel);
  if (typeof message?.event === "string" && message.event.startsWith("client-")) return relay(client, message);
  fail(client, null, "Unknown event.");
}

function subscribe(client, { channel, auth, channel_data: channelData }) {
  const { channels, joined, socket } = client;
  if (!isChannelName(channel))
    return refuse(client, String(channel).slice(0, 200), "InvalidChannel", "Invalid channel name.", 4009);
  if (joined.has(channel)) return;
  if (joined.size >= SUBSCRIPTIONS_PER_SOCKET)
    return refuse(client, channel, "LimitReached", "Too many subscriptions.", 4100);
  const presence = channel.startsWith("presence-");
  if (
    (presence || channel.startsWith("private-")) &&
    !mayEnter(client.app, client.socketId, channel, auth, channelData)
  ) {
    return refuse(client, channel, "AuthError", "The signature does not allow this channel.", 401);
  }
  const member = presence ? memberFrom(channelData) : null;
  if (presence && !member)
    return refuse(client, channel, "AuthError", "Presence needs channel_data with a user_id of at most 1 KB.", 401);
  const present = channels.members(channel);
  if (member && !present.has(member.id) && present.size >= PRESENCE_MEMBERS) {
    return refuse(
      client,
      channel,
      "LimitReached",
      `A presence channel holds ${PRESENCE_MEMBERS} members.`,
      TOO_MANY_MEMBERS,
    );
  }
  joined.add(channel);
  channels.join(channel, socket, member);
  const members = channels.members(channel);
  const state = member
    ? { presence: { ids: [...members.keys()], hash: Object.fromEntries(members), count: members.size } }
    : {};
  send(socket, frame("pusher_internal:subscription_succeeded", channel, state));
}

function unsubscribe({ channels, joined, socket }, channel) {
  if (joined.delete(channel)) channels.leave(channel, socket);
}

function relay(client, { event, channel, data }) {
  const { channels, socket } = client;
  if (typeof channel !== "string" || !/^(private|presence)-(?!encrypted-)/.test(channel)) {
    return fail(
      client,
      CLIENT_EVENT_REJECTED,
      "Client event rejected - only private and presence channels carry them.",
      channel,
    );
  }
  if (!channels.has(channel, socket))
    return fail(client, CLIENT_EVENT_REJECTED, "Client event rejected - not subscribed.", channel);
  if (!isEventName(event))
    return fail(client, CLIENT_EVENT_REJECTED, "Client event rejected - its name is too long.", channel);
  if (!client.mayTrigger())
    return fail(client, CLIENT_EVENT_REJECTED, "Client event rejected due to rate limit.", channel);
  const text = typeof data === "string" ? data : JSON.stringify(data ?? {});
  if (Buffer.byteLength(text) > EVENT_BYTES)
    return fail(client, CLIENT_EVENT_REJECTED, "Client event rejected - over 10 KB.", channel);
  const member = channels.memberOf(channel, socket);
  channels.broadcast(channel, frame(event, channel, text, member ? { user_id: member.id } : {}), socket);
}

function memberFrom(channelData) {
  if (typeof channelData !== "string" || Buffer.byteLength(channelData) > PRESENCE_MEMBER_BYTES) return null;
  const parsed = asObject(channelData);
  const id = parsed.user_id;
  return typeof id === "string" || typeof id === "number" ? { id: String(id), info: parsed.user_info ?? null } : null;
}

function asObject(value) {
  try {
    const parsed = typeof value === "string" ? JSON.parse(value) : value;
    return parsed && typeof parsed === "object" ? parsed : {};
  } catch {
    return {};
  }
}

function refuse({ socket }, channel, type, error, status) {
  send(socket, frame("pusher:subscription_error", channel, { type, error, status }));
}

function fail({ socket }, code, message, channel) {
  const body = {
    event: "pusher:error",
    ...(typeof channel === "string" && { channel: channel.slice(0, 200) }),
    data: { code, message },
  };
  send(socket, Buffer.from(JSON.stringify(body)));
}
