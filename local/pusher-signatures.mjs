/** Pusher's two signatures: of a server's request and of a client's right to a channel. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const CLOCK_SECONDS = 600;

/** @typedef {{ appId: string, key: string, secret: string }} PusherApp */

/** Whether two texts are equal, in time that does not tell where they differ. */
export function sameText(a, b) {
  const left = createHash("sha256").update(a).digest();
  const right = createHash("sha256").update(b).digest();
  return timingSafeEqual(left, right);
}

function sign(secret, text) {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Whether `auth` lets this socket into this private or presence channel. */
export function mayEnter(app, socketId, channel, auth, channelData) {
  const text = [socketId, channel, ...(channelData === undefined ? [] : [channelData])].join(":");
  return typeof auth === "string" && sameText(auth, `${app.key}:${sign(app.secret, text)}`);
}

/**
 * Why a server's request is refused, or null when its signature, clock and body are right.
 * @param {PusherApp} app
 * @param {{ method: string, url: URL, body: string }} request
 * @returns {string | null}
 */
export function refusal(app, { method, url, body }) {
  const query = Object.fromEntries(url.searchParams);
  if (query.auth_key !== app.key) return "Unknown auth_key";
  const age = Math.abs(Date.now() / 1000 - Number(query.auth_timestamp));
  if (!(age <= CLOCK_SECONDS)) return `Timestamp expired: it must be within ${CLOCK_SECONDS} s of the server's clock`;
  if (body !== "" && query.body_md5 !== createHash("md5").update(body).digest("hex")) return "Invalid body_md5";
  const sorted = Object.entries(query)
    .filter(([name]) => name !== "auth_signature")
    .map(([name, value]) => [name.toLowerCase(), value])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const expected = sign(app.secret, `${method}\n${url.pathname}\n${sorted}`);
  return sameText(query.auth_signature ?? "", expected) ? null : "Invalid signature";
}
