import { randomBytes } from "node:crypto";
import type PusherClient from "pusher-js";
import { afterEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { client, joined, next, type RealtimeAddress, server } from "./realtime-clients";

const at: RealtimeAddress = {
  appId: process.env.PUSHER_APP_ID ?? "",
  key: process.env.PUSHER_KEY ?? "",
  secret: process.env.PUSHER_SECRET ?? "",
  host: process.env.PUSHER_HOST ?? "",
  port: Number(process.env.PUSHER_PORT),
};
const opened: PusherClient[] = [];
const api = server(at);
const unique = (prefix: string) => `${prefix}${randomBytes(6).toString("hex")}`;

function connect(userId?: string, forge?: boolean): PusherClient {
  const socket = client(at, userId, forge);
  opened.push(socket);
  return socket;
}

afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect();
});

describe("the unmodified Pusher clients", () => {
  it("deliver an event to public and private channels, and only there", async () => {
    const [open, hidden, other] = [unique("news-"), unique("private-"), unique("private-")];
    const socket = connect();
    const channels = await Promise.all([open, hidden, other].map((name) => joined(socket, name)));
    const seen: string[] = [];
    socket.bind_global((event: string) => event === "said" && seen.push(event));
    const heard = channels.slice(0, 2).map((channel) => next(channel, "said"));
    await api.trigger([open, hidden], "said", { text: "你好 🌧" });
    expect(await Promise.all(heard)).toEqual([{ text: "你好 🌧" }, { text: "你好 🌧" }]);
    await api.trigger(other, "marker", {});
    expect(seen).toHaveLength(2);
  });

  it("skip the socket that caused an event", async () => {
    const name = unique("private-");
    const [sender, reader] = [connect(), connect("u2")];
    const [mine, theirs] = await Promise.all([joined(sender, name), joined(reader, name)]);
    let echoed = false;
    mine.bind("said", () => {
      echoed = true;
    });
    const heard = next(theirs, "said");
    await api.trigger(name, "said", {}, { socket_id: sender.connection.socket_id });
    await heard;
    const marker = next(mine, "marker");
    await api.trigger(name, "marker", {});
    await marker;
    expect(echoed).toBe(false);
  });

  it("see who is present, who comes and who has left with the last socket", async () => {
    const name = unique("presence-");
    const ada = await joined(connect("ada"), name);
    expect(ada.members.count).toBe(1);
    const added = next(ada, "pusher:member_added");
    const [first, second] = [connect("bo"), connect("bo")];
    const bo = await joined(first, name);
    expect(await added).toMatchObject({ id: "bo", info: { name: "bo" } });
    expect(bo.members.count).toBe(2);
    await joined(second, name);
    expect(await (await api.get({ path: `/channels/${name}/users` })).json()).toEqual({
      users: [{ id: "ada" }, { id: "bo" }],
    });
    first.disconnect();
    const removed = next(ada, "pusher:member_removed");
    second.disconnect();
    expect(await removed).toMatchObject({ id: "bo" });
    expect(ada.members.count).toBe(1);
  });

  it("exchange client events on private and presence channels, with the sender's id where it is known", async () => {
    const name = unique("presence-");
    const [ada, bo] = await Promise.all([joined(connect("ada"), name), joined(connect("bo"), name)]);
    const heard = new Promise((resolve) =>
      ada.bind("client-typing", (data: unknown, from: unknown) => resolve([data, from])),
    );
    bo.trigger("client-typing", { on: true });
    expect(await heard).toEqual([{ on: true }, { user_id: "bo" }]);
  });

  it("list channels with their counts", async () => {
    const name = unique("presence-");
    await Promise.all([joined(connect("ada"), name), joined(connect("ada"), name)]);
    const list = await api.get({
      path: "/channels",
      params: { filter_by_prefix: name, info: "user_count,subscription_count" },
    });
    expect(await list.json()).toEqual({ channels: { [name]: { user_count: 1, subscription_count: 2 } } });
    const one = await api.get({ path: `/channels/${unique("empty-")}` });
    expect(await one.json()).toEqual({ occupied: false });
  });

  it("send batches whole or not at all", async () => {
    const name = unique("news-");
    const channel = await joined(connect(), name);
    let heard = 0;
    channel.bind("said", () => {
      heard += 1;
    });
    const good = { channel: name, name: "said", data: "{}" };
    await expect(api.triggerBatch([good, { ...good, data: "x".repeat(10_241) }])).rejects.toMatchObject({
      status: 413,
    });
    await expect(api.triggerBatch(Array.from({ length: 11 }, () => good))).rejects.toMatchObject({ status: 400 });
    const marker = next(channel, "marker");
    await api.triggerBatch([good, good, { ...good, name: "marker" }]);
    await marker;
    expect(heard).toBe(2);
  });
});

describe("Pusher's limits", () => {
  it("refuse an event over 10 KB and take one of exactly 10 KB", async () => {
    await expect(api.trigger("news", "said", "x".repeat(10_241))).rejects.toMatchObject({ status: 413 });
    expect((await api.trigger("news", "said", "x".repeat(10_240))).status).toBe(200);
  });

  it("refuse more than 100 channels in a trigger", async () => {
    const names = (count: number) => Array.from({ length: count }, (_, n) => `news-${n}`);
    expect((await api.trigger(names(100), "said", {})).status).toBe(200);
    // The library's trigger checks the number itself, so the server is asked directly; its types call the body text.
    const event: unknown = { name: "said", data: "{}", channels: names(101) };
    const tooMany = api.post({ path: "/events", body: event as string, params: {} });
    await expect(tooMany).rejects.toMatchObject({ status: 400 });
  });

  it("answer the eleventh client event of a second with error 4301 and deliver only ten", async () => {
    const name = unique("private-");
    const [sender, reader] = [connect("ada"), connect("bo")];
    const [mine, theirs] = await Promise.all([joined(sender, name), joined(reader, name)]);
    const heard: number[] = [];
    theirs.bind("client-typing", (data: { n: number }) => heard.push(data.n));
    const rejected = next(sender.connection, "error");
    for (let n = 0; n < 30; n += 1) mine.trigger("client-typing", { n });
    expect(await rejected).toMatchObject({ data: { code: 4301 } });
    const marker = next(theirs, "marker");
    await api.trigger(name, "marker", {});
    await marker;
    // The thirty may fall into two seconds; never more than ten each.
    expect(heard.length).toBeGreaterThanOrEqual(10);
    expect(heard.length).toBeLessThanOrEqual(20);
  });

  it("let no more than 100 people be present, and the hundredth's second tab in", async () => {
    const name = unique("presence-");
    await Promise.all(Array.from({ length: 100 }, (_, n) => joined(connect(`user-${n}`), name)));
    const late = connect("late").subscribe(name);
    expect(await next(late, "pusher:subscription_error")).toMatchObject({ type: "LimitReached", status: 4100 });
    await joined(connect("user-99"), name);
  });
});

describe("the realtime server refuses", () => {
  it("a forged signature for private and presence channels", async () => {
    for (const prefix of ["private-", "presence-"]) {
      const channel = connect("mallory", true).subscribe(unique(prefix));
      expect(await next(channel, "pusher:subscription_error")).toMatchObject({ type: "AuthError", status: 401 });
    }
  });

  it("a signature made for another socket", async () => {
    const name = unique("private-");
    const victim = connect();
    await joined(victim, name);
    const stolen = api.authorizeChannel(victim.connection.socket_id, name);
    expect(await rawSubscribe({ channel: name, ...stolen })).toMatchObject({ event: "pusher:subscription_error" });
  });

  it("client events on public channels and on channels one has not joined", async () => {
    for (const channel of [unique("news-"), unique("private-")]) {
      const answer = await rawExchange({ event: "client-typing", channel, data: {} });
      expect(answer).toMatchObject({ event: "pusher:error", data: { code: 4301 } });
    }
  });

  it("requests to its API with another secret, an old clock or a changed body", async () => {
    await expect(server({ ...at, secret: "guess" }).trigger("news", "said", {})).rejects.toMatchObject({ status: 401 });
    const path = `/apps/${at.appId}/channels`;
    const old = await fetch(`http://${at.host}:${at.port}${path}?auth_key=${at.key}&auth_timestamp=1&auth_signature=x`);
    expect(old.status).toBe(401);
    const query = api.createSignedQueryString({
      method: "POST",
      path: `/apps/${at.appId}/events`,
      body: "{}",
      params: {},
    });
    const changed = await fetch(`http://${at.host}:${at.port}/apps/${at.appId}/events?${query}`, {
      method: "POST",
      body: '{"a":1}',
    });
    expect(changed.status).toBe(401);
  });

  it("an unknown application key, without inviting the client back", async () => {
    const socket = new WebSocket(`ws://${at.host}:${at.port}/app/wrong?protocol=7`);
    expect(await new Promise((resolve) => socket.once("close", resolve))).toBe(4001);
  });

  it("messages that are not JSON, with an error and not with its life", async () => {
    expect(await rawExchange("{")).toMatchObject({ event: "pusher:error", data: { code: 4200 } });
  });
});

function rawSubscribe(data: Record<string, unknown>): Promise<unknown> {
  return rawExchange({ event: "pusher:subscribe", data });
}

/** Sends one frame on a bare socket and gives the first answer after the greeting. */
function rawExchange(message: unknown): Promise<unknown> {
  const socket = new WebSocket(`ws://${at.host}:${at.port}/app/${at.key}?protocol=7`);
  return new Promise((resolve) => {
    socket.on("message", (data) => {
      const answer = JSON.parse(data.toString());
      if (answer.event === "pusher:connection_established") {
        socket.send(typeof message === "string" ? message : JSON.stringify(message));
        return;
      }
      socket.close();
      resolve(answer);
    });
  });
}
