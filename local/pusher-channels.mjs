/** Who listens to which channel, and who is present in it. */
const SLOW_CONSUMER_BYTES = 4 * 1024 * 1024;

/** @typedef {{ id: string, info: unknown }} Member */
/** @typedef {{ sockets: Map<import("ws").WebSocket, Member | null> }} Channel */

/** One frame as Pusher writes it: `data` travels as text. */
export function frame(event, channel, data, extra = {}) {
  const text = typeof data === "string" ? data : JSON.stringify(data ?? {});
  return Buffer.from(JSON.stringify({ event, ...(channel && { channel }), data: text, ...extra }));
}

/** Sends to one socket; a reader that cannot keep up is cut off and comes back by itself. */
export function send(socket, buffer) {
  if (socket.bufferedAmount > SLOW_CONSUMER_BYTES) return socket.terminate();
  socket.send(buffer, { binary: false });
}

/** The channels of one application. A channel exists while somebody listens to it. */
export class Channels {
  /** @type {Map<string, Channel>} */
  #channels = new Map();

  /** Adds a listener. Returns the members present, and whether this user is new among them. */
  join(name, socket, member) {
    const channel = this.#channels.get(name) ?? { sockets: new Map() };
    const isNew = member !== null && !this.members(name).has(member.id);
    channel.sockets.set(socket, member);
    this.#channels.set(name, channel);
    if (isNew)
      this.broadcast(
        name,
        frame("pusher_internal:member_added", name, { user_id: member.id, user_info: member.info }),
        socket,
      );
  }

  /** Removes a listener and tells the others when it was the user's last socket. */
  leave(name, socket) {
    const channel = this.#channels.get(name);
    const member = channel?.sockets.get(socket);
    if (!channel?.sockets.delete(socket)) return;
    if (channel.sockets.size === 0) this.#channels.delete(name);
    if (member && !this.members(name).has(member.id)) {
      this.broadcast(name, frame("pusher_internal:member_removed", name, { user_id: member.id }));
    }
  }

  /** Whether this socket listens to the channel. */
  has(name, socket) {
    return this.#channels.get(name)?.sockets.has(socket) ?? false;
  }

  /** The member a socket is in a presence channel. */
  memberOf(name, socket) {
    return this.#channels.get(name)?.sockets.get(socket) ?? null;
  }

  /** Distinct users present. @returns {Map<string, unknown>} */
  members(name) {
    const present = new Map();
    for (const member of this.#channels.get(name)?.sockets.values() ?? [])
      if (member) present.set(member.id, member.info);
    return present;
  }

  /** Sends one buffer to every listener but `except`. */
  broadcast(name, buffer, except) {
    for (const socket of this.#channels.get(name)?.sockets.keys() ?? []) if (socket !== except) send(socket, buffer);
  }

  /** How many sockets listen. */
  size(name) {
    return this.#channels.get(name)?.sockets.size ?? 0;
  }

  /** Names of all channels that somebody listens to. */
  names() {
    return [...this.#channels.keys()];
  }
}
