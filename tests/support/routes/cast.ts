import { SignJWT } from "jose";
import { db } from "@/db/client";
import { apiKeys, customerSessions, staff as staffTable } from "@/db/schema";
import type { StaffRole } from "@/lib/contracts/team";
import { hashToken, newToken } from "@/lib/crypto";
import { hashPassword } from "@/server/auth/password";
import type { CustomerActor, ServiceContext, StaffActor } from "@/server/context";
import { CUSTOMER_COOKIE } from "@/server/rest/customer-token";
import { updateStaff } from "@/server/team/update-staff";
import { customerOf, staffMember } from "../actors";
import { staffCookie } from "./staff-cookie";

/** Every way to present oneself. Cookies come from a page of this origin; the keys and bearers from anywhere. */
export const CREDENTIALS = [
  "nobody",
  "forged",
  "owner",
  "ownerCookie",
  "stranger",
  "expired",
  "agent",
  "manager",
  "admin",
  "editor",
  "disabled",
  "stale",
  "agentKey",
  "managerKey",
  "adminKey",
  "editorKey",
  "disabledKey",
  "revokedKey",
] as const;
export type Credential = (typeof CREDENTIALS)[number];

export type Cast = {
  owner: ServiceContext<CustomerActor>;
  stranger: ServiceContext<CustomerActor>;
  staff: Record<StaffRole, ServiceContext<StaffActor>>;
  /** Another agent, who holds what is not the caller's. */
  colleague: ServiceContext<StaffActor>;
  /** The request headers of each credential. */
  headers: Record<Credential, Record<string, string>>;
};

const DAY_MS = 86_400_000;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const now = () => new Date();

/** A stored session of a customer; `days` negative = already over. */
export async function customerToken(customerId: string, days = 1): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  await db()
    .insert(customerSessions)
    .values({ customerId, tokenHash: await hashToken(token), locale: "en", expiresAt });
  return token;
}

/** A stored API key of a person. */
export async function staffKey(staffId: string, revokedAt: Date | null = null): Promise<string> {
  const key = `zk_${newToken()}`;
  await db()
    .insert(apiKeys)
    .values({ staffId, name: "test", keyHash: await hashToken(key), revokedAt });
  return key;
}

const present = async <Who extends CustomerActor | StaffActor>(made: Promise<ServiceContext<Who>>) => ({
  ...(await made),
  now: now(),
});

async function sessionOf(ctx: ServiceContext<StaffActor>, sessionVersion = 1): Promise<Record<string, string>> {
  const cookie = await staffCookie({ staffId: ctx.actor.staffId, sessionVersion });
  return { cookie, "sec-fetch-site": "same-origin" };
}

const keyOf = async (ctx: ServiceContext<StaffActor>) => bearer(await staffKey(ctx.actor.staffId));

/** A session cookie and a bearer that somebody made up with keys of their own. */
async function forgedHeaders(staffId: string): Promise<Record<string, string>> {
  const jwt = await new SignJWT({ staffId, sessionVersion: 1 })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode("a secret of one's own"));
  return { ...bearer(jwt), cookie: `authjs.session-token=${jwt}`, "sec-fetch-site": "same-origin" };
}

/** Stores everybody who calls in the access matrix, with real sessions, keys and cookies. */
export async function assembleCast(): Promise<Cast> {
  const [owner, stranger] = [await present(customerOf({ name: "Own" })), await present(customerOf({ name: "Other" }))];
  const staff = {
    agent: await present(staffMember("agent")),
    manager: await present(staffMember("manager")),
    admin: await present(staffMember("admin")),
    editor: await present(staffMember("editor")),
  };
  const colleague = await present(staffMember("agent", "Colleague"));
  const gone = await present(staffMember("admin", "Gone"));
  const disabled = { disabled: await sessionOf(gone), disabledKey: await keyOf(gone) };
  await db()
    .update(staffTable)
    .set({ passwordHash: await hashPassword("the password of everybody here") });
  await updateStaff({ ctx: staff.admin, input: { staffId: gone.actor.staffId, disabled: true } });
  const ownerToken = await customerToken(owner.actor.customerId);
  const headers: Cast["headers"] = {
    ...disabled,
    nobody: {},
    forged: await forgedHeaders(staff.admin.actor.staffId),
    owner: bearer(ownerToken),
    ownerCookie: { cookie: `${CUSTOMER_COOKIE}=${ownerToken}`, "sec-fetch-site": "same-origin" },
    stranger: bearer(await customerToken(stranger.actor.customerId)),
    expired: bearer(await customerToken(owner.actor.customerId, -1)),
    agent: await sessionOf(staff.agent),
    manager: await sessionOf(staff.manager),
    admin: await sessionOf(staff.admin),
    editor: await sessionOf(staff.editor),
    stale: await sessionOf(staff.admin, 0),
    agentKey: await keyOf(staff.agent),
    managerKey: await keyOf(staff.manager),
    adminKey: await keyOf(staff.admin),
    editorKey: await keyOf(staff.editor),
    revokedKey: bearer(await staffKey(staff.admin.actor.staffId, now())),
  };
  return { owner, stranger, staff, colleague, headers };
}
