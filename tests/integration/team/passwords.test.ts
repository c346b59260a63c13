import { desc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { mails, staff, staffTokens } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import { loadStaffBySession } from "@/server/auth/load-staff-actor";
import { verifyCredentials } from "@/server/auth/verify-credentials";
import { deferredWork } from "@/server/deferred";
import { inviteStaff, renewStaffLink } from "@/server/team/invite-staff";
import { requestReset } from "@/server/team/request-reset";
import { changePassword, setPasswordByLink } from "@/server/team/set-password";
import { findStaffLink } from "@/server/team/staff-tokens";
import { contextOf, NOW, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const PASSWORD = "a long enough password";
let people = 0;
let email = "";

const at = (minutes: number) => contextOf({ kind: "anonymous" }, new Date(NOW.getTime() + minutes * 60_000));
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
const mailTexts = async () => {
  const rows = await db().select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id));
  return Promise.all(
    rows.map(async (row) => ({
      to: await decryptField(row.toEncrypted, "mails.to"),
      subject: row.subject,
      text: await decryptField(row.textEncrypted, "mails.text"),
    })),
  );
};
const mailsTo = async (address: string) => (await mailTexts()).filter(({ to }) => to === address);

async function invited(): Promise<{ staffId: string; link: string }> {
  people += 1;
  email = `new${people}@luyu.example`;
  return inviteStaff({
    ctx: await staffMember("admin", `Wang ${people}`),
    input: { email, name: "Chen", role: "agent", locale: "en" },
  });
}

async function member(): Promise<string> {
  const { staffId, link } = await invited();
  await setPasswordByLink({ ctx: at(0), input: { token: tokenOf(link), password: PASSWORD } });
  return staffId;
}

async function resetLink(minutes = 0): Promise<string> {
  requestReset({ ctx: at(minutes), input: { email } });
  await deferredWork();
  const texts = (await mailsTo(email)).map(({ text }) => text).filter((text) => text.includes("/reset/"));
  return texts.map((text) => /http\S+/.exec(text)?.[0] ?? "").at(0) ?? "";
}

beforeEach(async () => {
  await db().delete(mails);
  await db().delete(staff);
});

test("an invitation is mailed, sets the first password once, and signs in with it", async () => {
  const { staffId, link } = await invited();
  expect(link).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/);
  const [mail] = await mailsTo(email);
  expect(mail?.text).toContain(link);
  expect(mail?.text).toContain("Wang");
  expect(await findStaffLink(db(), at(0), tokenOf(link))).toMatchObject({
    staffId,
    purpose: "invitation",
    name: "Chen",
  });
  await setPasswordByLink({ ctx: at(0), input: { token: tokenOf(link), password: PASSWORD } });
  expect(await verifyCredentials({ db: db(), now: NOW }, { email, password: PASSWORD, address: null })).toMatchObject({
    id: staffId,
  });
  await expect(
    setPasswordByLink({ ctx: at(0), input: { token: tokenOf(link), password: "another password" } }),
  ).rejects.toMatchObject({ code: "link_expired" });
});

test("two people with the same link at once: one of them sets the password", async () => {
  const { link } = await invited();
  const attempts = ["first password", "second password"].map((password) =>
    setPasswordByLink({ ctx: at(0), input: { token: tokenOf(link), password } }),
  );
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an invitation ends after seven days, and with the one that replaces it", async () => {
  const { staffId, link } = await invited();
  expect(await findStaffLink(db(), at(7 * 24 * 60 - 1), tokenOf(link))).not.toBeNull();
  expect(await findStaffLink(db(), at(7 * 24 * 60), tokenOf(link))).toBeNull();
  const renewed = await renewStaffLink({ ctx: await staffMember("admin"), input: { staffId } });
  expect(await findStaffLink(db(), at(0), tokenOf(link))).toBeNull();
  expect(await findStaffLink(db(), at(0), tokenOf(renewed.link))).not.toBeNull();
});

test("only the hash of a link is stored", async () => {
  const { link } = await invited();
  const rows = JSON.stringify([await db().select().from(staffTokens), await db().select().from(mails)]);
  expect(rows).not.toContain(tokenOf(link));
});

test("a reset link works once, for an hour, ends every session, and the person is told", async () => {
  const staffId = await member();
  const [before] = await db().select().from(staff).where(eq(staff.id, staffId));
  const claims = { staffId, sessionVersion: before?.sessionVersion ?? 0 };
  expect(await loadStaffBySession(db(), claims)).not.toBeNull();
  const token = tokenOf(await resetLink());
  await expect(setPasswordByLink({ ctx: at(60), input: { token, password: "a new password" } })).rejects.toThrow();
  await setPasswordByLink({ ctx: at(59), input: { token, password: "a new password" } });
  await expect(setPasswordByLink({ ctx: at(59), input: { token, password: "yet another" } })).rejects.toThrow();
  expect(await loadStaffBySession(db(), claims)).toBeNull();
  expect((await mailsTo(email)).map(({ subject }) => subject)).toContain("Your password was changed");
});

test("asking again replaces the link, but not within a minute", async () => {
  await member();
  const first = tokenOf(await resetLink(0));
  const again = tokenOf(await resetLink(0.5));
  expect(again).toBe(first);
  const second = tokenOf(await resetLink(2));
  expect(second).not.toBe(first);
  expect(await findStaffLink(db(), at(2), first)).toBeNull();
});

test("nobody learns whether an account exists: unknown, invited and disabled addresses get no mail and no other answer", async () => {
  const staffId = await member();
  await db().update(staff).set({ disabledAt: NOW }).where(eq(staff.id, staffId));
  await db().delete(mails);
  expect(requestReset({ ctx: at(0), input: { email } })).toBeUndefined();
  expect(requestReset({ ctx: at(0), input: { email: "nobody@luyu.example" } })).toBeUndefined();
  await invited();
  await db().delete(mails);
  requestReset({ ctx: at(0), input: { email } });
  await deferredWork();
  expect(await mailTexts()).toEqual([]);
});

test("changing one's own password needs the present one", async () => {
  const staffId = await member();
  const ctx = contextOf({ kind: "staff", staffId, role: "agent", name: "Chen", locale: "en", via: "session" } as const);
  await expect(
    changePassword({ ctx, input: { current: "not this one", password: "a new password" } }),
  ).rejects.toMatchObject({ code: "wrong_password" });
  await changePassword({ ctx, input: { current: PASSWORD, password: "a new password" } });
  expect(
    await verifyCredentials({ db: db(), now: NOW }, { email, password: "a new password", address: null }),
  ).toMatchObject({
    id: staffId,
  });
});
