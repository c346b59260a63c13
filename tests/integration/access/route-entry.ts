import type { Call } from "../../support/routes/call-route";
import { type Cast, CREDENTIALS, type Credential } from "../../support/routes/cast";

/** What every credential gets: an HTTP status. */
export type Statuses = Record<Credential, number>;

export type RouteEntry = {
  /** A call about an object of `owner`, made fresh for this credential. */
  call?: (cast: Cast, credential: Credential) => Call | Promise<Call>;
  statuses: Statuses;
  /** What the credential that may gets for ids nobody ever made. */
  unknown?: { as: Credential; status: number };
  /** What a page of another site gets that sends this credential's cookie along. */
  crossOrigin?: { as: Credential; status: number };
};

const all = (status: number): Statuses =>
  Object.fromEntries(CREDENTIALS.map((credential) => [credential, status])) as Statuses;

/** Anybody, whatever they present. */
export const open = (call?: RouteEntry["call"], status = 200): RouteEntry => ({ call, statuses: all(status) });

/** Nobody without the server's own secret. */
export const sealed = (status: number): RouteEntry => ({ statuses: all(status) });

/** The owner of the object; to other customers it does not exist; staff are nobody here. */
export function customers(call: RouteEntry["call"], status = 200, reads = false): RouteEntry {
  const statuses = { ...all(401), owner: status, ownerCookie: status, stranger: 404 };
  const crossOrigin = { as: "ownerCookie" as const, status: reads ? status : 403 };
  return { call, statuses, unknown: { as: "owner", status: 404 }, crossOrigin };
}

/** Any customer, about their own things alone. */
export function eachCustomer(call: RouteEntry["call"], status = 200, reads = false): RouteEntry {
  const entry = customers(call, status, reads);
  return { ...entry, statuses: { ...entry.statuses, stranger: status }, unknown: undefined };
}

/** People with an API key who may serve conversations. */
export function keyHolders(call: RouteEntry["call"], status = 200, unknown = 404): RouteEntry {
  const statuses = { ...all(401), agentKey: status, managerKey: status, adminKey: status, editorKey: 403 };
  return { call, statuses, unknown: { as: "agentKey", status: unknown } };
}

/** People signed in to the console who may serve conversations; whatever is no cookie comes from no page of ours. */
export function signedIn(call: RouteEntry["call"], status = 200): RouteEntry {
  const cookies = { forged: 401, ownerCookie: 401, disabled: 401, stale: 401 };
  const statuses = { ...all(403), ...cookies, agent: status, manager: status, admin: status };
  return { call, statuses, crossOrigin: { as: "admin", status: 403 } };
}
