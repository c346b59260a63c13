import "@/server/listeners";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { conversations, staff } from "@/db/schema";
import { loadStaffByApiKey, loadStaffBySession } from "@/server/auth/load-staff-actor";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { createConversation } from "@/server/conversations/create-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { deferredWork } from "@/server/deferred";
import { createApiKey, issueApiKey, listApiKeys, revokeApiKey } from "@/server/team/api-keys";
import { inviteStaff } from "@/server/team/invite-staff";
import { listStaff } from "@/server/team/list-staff";
import { keepOwnPreference, preferencesOf } from "@/server/team/own-preferences";
import { updateProfile } from "@/server/team/own-profile";
import { updateStaff } from "@/server/team/update-staff";
import { contextOf, customerOf, installInboxes, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

/** An administrator who can sign in. */
async function admin() {
  const ctx = await staffMember("admin");
  await db().update(staff).set({ passwordHash: "set" }).where(eq(staff.id, ctx.actor.staffId));
  return ctx;
}
const only = async (...keep: string[]) => {
  for (const row of await db().select().from(staff)) {
    if (!keep.includes(row.id)) await db().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, row.id));
  }
};

test("disabling someone ends their session and keys at once and gives their conversations back", async () => {
  await installInboxes();
  const boss = await admin();
  const agent = await staffMember("agent");
  const customer = await customerOf();
  const { id: conversationId } = await createConversation({ ctx: customer, input: { channel: "web" } });
  await requestHandoff({ ctx: customer, input: { conversationId } });
  await claimConversation({ ctx: agent, input: { conversationId } });
  const { key } = await createApiKey({ ctx: agent, input: { name: "script" } });
  const claims = { staffId: agent.actor.staffId, sessionVersion: 1 };
  expect(await loadStaffBySession(db(), claims)).not.toBeNull();

  await updateStaff({ ctx: boss, input: { staffId: agent.actor.staffId, disabled: true } });
  expect(await loadStaffBySession(db(), claims)).toBeNull();
  expect(await loadStaffByApiKey(db(), key)).toBeNull();
  await deferredWork();
  const [conversation] = await db().select().from(conversations).where(eq(conversations.id, conversationId));
  expect(conversation).toMatchObject({ status: "queued", assigneeId: null });

  await updateStaff({ ctx: boss, input: { staffId: agent.actor.staffId, disabled: false } });
  expect(await loadStaffBySession(db(), claims), "an old session stays ended").toBeNull();
});

test("the last administrator who can sign in can be neither disabled nor demoted", async () => {
  const boss = await admin();
  const invited = await staffMember("admin");
  await only(boss.actor.staffId, invited.actor.staffId);
  const staffId = boss.actor.staffId;
  await expect(updateStaff({ ctx: boss, input: { staffId, disabled: true } })).rejects.toMatchObject({
    code: "last_admin",
  });
  await expect(updateStaff({ ctx: boss, input: { staffId, role: "agent" } })).rejects.toMatchObject({
    code: "last_admin",
  });
  await updateStaff({ ctx: boss, input: { staffId, role: "admin", name: "Still boss" } });
});

test("two administrators who demote each other at once leave one", async () => {
  const [first, second] = [await admin(), await admin()];
  await only(first.actor.staffId, second.actor.staffId);
  await Promise.allSettled([
    updateStaff({ ctx: first, input: { staffId: second.actor.staffId, role: "agent" } }),
    updateStaff({ ctx: second, input: { staffId: first.actor.staffId, disabled: true } }),
  ]);
  const rows = await db().select().from(staff);
  expect(rows.filter((row) => row.role === "admin" && !row.disabledAt && row.passwordHash)).toHaveLength(1);
});

test("one address belongs to one person", async () => {
  const ctx = await admin();
  const input = { email: "Twice@luyu.example", name: "Li", role: "agent", locale: "zh" } as const;
  await inviteStaff({ ctx, input });
  await expect(inviteStaff({ ctx, input: { ...input, email: "twice@LUYU.example" } })).rejects.toMatchObject({
    code: "email_taken",
  });
});

test("colleagues see each other, but addresses only administrators do", async () => {
  const ctx = await admin();
  const agent = await staffMember("agent");
  expect((await listStaff({ ctx })).every(({ email }) => email?.includes("@"))).toBe(true);
  expect((await listStaff({ ctx: agent })).every(({ email }) => email === null)).toBe(true);
});

test("only administrators change the team", async () => {
  const other = await staffMember("agent");
  for (const role of ["manager", "agent", "editor"] as const) {
    const ctx = await staffMember(role);
    const input = { email: "x@luyu.example", name: "X", role: "admin", locale: "zh" } as const;
    await expect(inviteStaff({ ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateStaff({ ctx, input: { staffId: other.actor.staffId, role: "admin" } })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const nobody = contextOf({ kind: "anonymous" });
  await expect(listStaff({ ctx: nobody })).rejects.toMatchObject({ code: "unauthorized" });
});

test("everyone changes their own public name and language, nobody else's", async () => {
  const ctx = await staffMember("agent");
  await updateProfile({ ctx, input: { publicName: "小李", locale: "zh" } });
  const rows = await db().select().from(staff).where(eq(staff.publicName, "小李"));
  expect(rows.map(({ id }) => id)).toEqual([ctx.actor.staffId]);
});

test("a key acts as its owner until it is revoked, and only its owner revokes it", async () => {
  const [owner, other] = [await staffMember("agent"), await staffMember("agent")];
  const { id, key } = await createApiKey({ ctx: owner, input: { name: "script" } });
  expect(key).toMatch(/^zk_[\w-]{43}$/);
  expect(await loadStaffByApiKey(db(), key)).toMatchObject({ staffId: owner.actor.staffId, via: "apiKey" });
  expect(JSON.stringify(await listApiKeys({ ctx: owner }))).not.toContain(key);
  expect(await listApiKeys({ ctx: other })).toEqual([]);
  await expect(revokeApiKey({ ctx: other, input: { keyId: id } })).rejects.toMatchObject({ code: "not_found" });
  await revokeApiKey({ ctx: owner, input: { keyId: id } });
  expect(await loadStaffByApiKey(db(), key)).toBeNull();
  const withKey = { ...owner, actor: { ...owner.actor, via: "apiKey" as const } };
  await expect(createApiKey({ ctx: withKey, input: { name: "more" } })).rejects.toMatchObject({ code: "forbidden" });
});

test("the operator issues a key by address, never for a disabled person", async () => {
  const ctx = contextOf({ kind: "system" });
  const person = await staffMember("agent", "keyholder");
  const { key } = await issueApiKey({ ctx, input: { email: "KEYHOLDER@luyu.example", name: "cli" } });
  expect(await loadStaffByApiKey(db(), key)).toMatchObject({ staffId: person.actor.staffId });
  await only();
  await expect(issueApiKey({ ctx, input: { email: "keyholder@luyu.example", name: "cli" } })).rejects.toMatchObject({
    code: "staff_not_found",
  });
});

test("language and theme stay with the account, and null takes a choice back", async () => {
  const ctx = await staffMember("agent", "Chooser");
  const email = "Chooser@luyu.example";
  expect(await preferencesOf(ctx, email)).toEqual({});
  await keepOwnPreference({ ctx, input: { locale: "zh" } });
  await keepOwnPreference({ ctx, input: { theme: "dark" } });
  expect(await preferencesOf(ctx, email)).toEqual({ locale: "zh", theme: "dark" });
  await keepOwnPreference({ ctx, input: { theme: null } });
  expect(await preferencesOf(ctx, email)).toEqual({ locale: "zh" });
  expect(await preferencesOf(ctx, "nobody@luyu.example")).toEqual({});
});
