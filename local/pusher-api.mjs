/** The HTTP side of the Pusher protocol: what the application's server calls. */
import { frame } from "./pusher-channels.mjs";
import { CHANNELS_PER_TRIGGER, EVENT_BYTES, EVENTS_PER_BATCH, isChannelName, isEventName } from "./pusher-limits.mjs";
import { refusal } from "./pusher-signatures.mjs";

const MAX_BODY = 1024 * 1024;

/** A request the API refuses, with its status. */
class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Answers one request under `/apps/<id>/…`. Nothing is delivered unless every event of the request is acceptable.
 * @param {{ app: import("./pusher-signatures.mjs").PusherApp, channels: import("./pusher-channels.mjs").Channels, socketById: (id: string) => import("ws").WebSocket | undefined }} realtime
 */
export async function serveApi(realtime, request, response) {
  try {
    const url = new URL(request.url ?? "/", "http://localhost");
    const body = await readBody(request);
    const reason = refusal(realtime.app, { method: request.method, url, body });
    if (reason) throw new Refused(401, reason);
    const prefix = `/apps/${realtime.app.appId}/`;
    if (!url.pathname.startsWith(prefix)) throw new Refused(404, "Unknown application");
    const route = `${request.method} ${url.pathname.slice(prefix.length)}`;
    reply(response, 200, await answer(realtime, route, url, body));
  } catch (error) {
    reply(response, error.status ?? 500, { error: error.status ? error.message : "The request failed." });
  }
}

function answer(realtime, route, url, body) {
  if (route === "POST events") return trigger(realtime, [parse(body)]);
  if (route === "POST batch_events") return batch(realtime, parse(body));
  if (route === "GET channels") return listChannels(realtime.channels, url);
  const [, name, users] = route.match(/^GET channels\/([^/]+)(\/users)?$/) ?? [];
  if (name && users)
    return { users: [...realtime.channels.members(decodeURIComponent(name)).keys()].map((id) => ({ id })) };
  if (name) return channelState(realtime.channels, decodeURIComponent(name), url, true);
  throw new Refused(404, "Unknown path");
}

function batch(realtime, { batch: events }) {
  if (!Array.isArray(events) || events.length === 0) throw new Refused(400, "A batch needs events");
  if (events.length > EVENTS_PER_BATCH) throw new Refused(400, `A batch holds at most ${EVENTS_PER_BATCH} events`);
  return trigger(realtime, events);
}

function trigger({ channels, socketById }, events) {
  const checked = events.map(check);
  for (const { name, names, data, socketId } of checked) {
    const except = socketId ? socketById(socketId) : undefined;
    for (const channel of names) channels.broadcast(channel, frame(name, channel, data), except);
  }
  return {};
}

function check(event) {
  const { name, data, channel, channels: several, socket_id: socketId } = event ?? {};
  const names = several ?? (channel === undefined ? [] : [channel]);
  if (!isEventName(name)) throw new Refused(400, "The event's name is missing or over 200 characters");
  if (!Array.isArray(names) || names.length === 0) throw new Refused(400, "The event names no channel");
  if (names.length > CHANNELS_PER_TRIGGER)
    throw new Refused(400, `An event goes to at most ${CHANNELS_PER_TRIGGER} channels`);
  if (!names.every(isChannelName)) throw new Refused(400, "Invalid channel name");
  if (typeof data !== "string") throw new Refused(400, "The event's data must be text");
  if (Buffer.byteLength(data) > EVENT_BYTES) throw new Refused(413, `The event's data is over ${EVENT_BYTES} bytes`);
  return { name, data, names, socketId };
}

function listChannels(channels, url) {
  const prefix = url.searchParams.get("filter_by_prefix") ?? "";
  const names = channels.names().filter((name) => name.startsWith(prefix));
  return { channels: Object.fromEntries(names.map((name) => [name, channelState(channels, name, url, false)])) };
}

function channelState(channels, name, url, single) {
  const wanted = (url.searchParams.get("info") ?? "").split(",");
  return {
    ...(single && { occupied: channels.size(name) > 0 }),
    ...(wanted.includes("subscription_count") && { subscription_count: channels.size(name) }),
    ...(wanted.includes("user_count") && { user_count: channels.members(name).size }),
  };
}

function parse(body) {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    throw new Refused(400, "The body is not JSON");
  }
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Refused(413, "The request is over 1 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function reply(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
