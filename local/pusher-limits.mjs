/** Pusher's own limits, so that what works here works there. */

/** Bytes of one event's data. */
export const EVENT_BYTES = 10 * 1024;
/** Channels one trigger may name. */
export const CHANNELS_PER_TRIGGER = 100;
/** Events one batch may hold. */
export const EVENTS_PER_BATCH = 10;
/** Client events one socket may send in a second. */
const CLIENT_EVENTS_PER_SECOND = 10;
/** Distinct users in one presence channel. */
export const PRESENCE_MEMBERS = 100;
/** Bytes of what a presence channel tells about one user. */
export const PRESENCE_MEMBER_BYTES = 1024;
/** Characters of a channel's or an event's name. */
const NAME_LENGTH = 200;

const CHANNEL_NAME = /^[A-Za-z0-9_\-=@,.;]+$/;

/** Whether a channel may be called so. */
export function isChannelName(name) {
  return typeof name === "string" && name.length <= NAME_LENGTH && CHANNEL_NAME.test(name);
}

/** Whether an event may be called so. */
export function isEventName(name) {
  return typeof name === "string" && name.length > 0 && name.length <= NAME_LENGTH;
}

/** A counter that says whether one more client event fits into this second. */
export function clientEventAllowance() {
  let second = 0;
  let used = 0;
  return (now = Date.now()) => {
    const current = Math.floor(now / 1000);
    if (current !== second) {
      second = current;
      used = 0;
    }
    used += 1;
    return used <= CLIENT_EVENTS_PER_SECOND;
  };
}
