import "@/server/job-handlers";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { ServiceError } from "@/server/errors";
import { runDue } from "@/server/jobs/run-due";
import { writeMail } from "@/server/mail/write-mail";
import { listMails, retryMail } from "@/server/settings/list-mails";
import { testMail } from "@/server/settings/test-mail";
import { getMailSettings, updateMail } from "@/server/settings/update-mail";
import { withTransaction } from "@/server/transaction";
import { contextOf, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";
import { startSmtpServer } from "@/tests/support/fakes/smtp-server";

ownDatabase();

const system = contextOf({ kind: "system" });
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let admin: Awaited<ReturnType<typeof staffMember>>;

beforeAll(async () => {
  smtp = await startSmtpServer();
  admin = await staffMember("admin");
});
afterAll(() => smtp.stop());

const write = (mail: Partial<Parameters<typeof writeMail>[2]> = {}) =>
  withTransaction(system, (tx) =>
    writeMail(tx, system, { to: "li@x.example", subject: "Hello", text: "Text", ...mail }),
  );
const outbox = async () => (await listMails({ ctx: admin, input: {} })).items;

/** Lets the pauses between attempts pass, and runs. */
async function nextAttempt(): Promise<void> {
  await db().execute(sql`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`);
  await runDue(system);
}

test("without a mail server a mail is kept for administrators, and can be sent once there is one", async () => {
  const id = await write({ subject: "你好 <b>", text: "<script>alert(1)</script>" });
  await runDue(system);
  expect(await outbox()).toMatchObject([
    { id, state: "kept", to: "li@x.example", subject: "你好 <b>", text: "<script>alert(1)</script>" },
  ]);
  await updateMail({ ctx: admin, input: { smtpUrl: smtp.url, from: "Luyu <help@luyu.example>", remove: false } });
  await retryMail({ ctx: admin, input: { mailId: id ?? "" } });
  await runDue(system);
  expect((await outbox())[0]).toMatchObject({ state: "sent" });
  expect(smtp.received).toHaveLength(1);
  const { from, to, mail } = smtp.received[0] ?? expect.fail("no mail");
  expect({ from, to, subject: mail.subject, text: mail.text?.trim() }).toEqual({
    from: "help@luyu.example",
    to: ["li@x.example"],
    subject: "你好 <b>",
    text: "<script>alert(1)</script>",
  });
  expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  expect(mail.messageId).toBe(`<${id}@luyu.example>`);
});

test("the address is stored encrypted, the server's password too, and neither is shown", async () => {
  const smtpUrl = smtp.url.replace("smtp://", "smtp://robot:hunter2hunter2@");
  await updateMail({ ctx: admin, input: { smtpUrl, from: "help@luyu.example", remove: false } });
  const dump = await db().execute(
    sql`select (select json_agg(m) from mails m)::text || (select json_agg(s) from settings s)::text as all`,
  );
  expect(JSON.stringify(dump.rows)).not.toMatch(/li@x\.example|hunter2/);
  expect(await getMailSettings({ ctx: admin })).toMatchObject({
    source: "settings",
    user: "robot",
    from: "help@luyu.example",
  });
  expect(JSON.stringify(await getMailSettings({ ctx: admin }))).not.toContain("hunter2");
  await updateMail({ ctx: admin, input: { smtpUrl: smtp.url, from: "help@luyu.example", remove: false } });
});

test("line breaks in subject or address add no header and no recipient", async () => {
  const before = smtp.received.length;
  await write({ subject: "Hi\r\nBcc: spy@x.example\r\n\r\nbody" });
  await write({ to: "a@x.example\r\nRCPT TO:<spy@x.example>" });
  await runDue(system);
  for (const { to, mail, raw } of smtp.received.slice(before)) {
    expect(to.join()).not.toBe("spy@x.example");
    expect(mail.bcc ?? []).toEqual([]);
    expect(raw).not.toMatch(/^Bcc:/im);
  }
  expect(smtp.received.flatMap(({ to }) => to)).not.toContain("spy@x.example");
});

test("one occasion writes one mail", async () => {
  expect(await write({ dedupeKey: "rating:1" })).not.toBeNull();
  expect(await write({ dedupeKey: "rating:1" })).toBeNull();
});

test("a mail that was rolled back is never sent", async () => {
  const before = smtp.received.length;
  await withTransaction(system, async (tx) => {
    await writeMail(tx, system, { to: "no@x.example", subject: "No", text: "No" });
    throw new Error("rolled back");
  }).catch(() => undefined);
  await runDue(system);
  expect(smtp.received.slice(before).flatMap(({ to }) => to)).not.toContain("no@x.example");
});

test("a server that is busy is tried again; the mail is sent once", async () => {
  smtp.refuse(451);
  const id = await write({ to: "busy@x.example" });
  await runDue(system);
  expect((await outbox())[0]).toMatchObject({
    id,
    state: "queued",
    error: expect.stringContaining("mailbox unavailable"),
  });
  smtp.accept();
  await nextAttempt();
  await nextAttempt();
  expect((await outbox())[0]).toMatchObject({ id, state: "sent", error: null });
  expect(smtp.received.filter(({ to }) => to.includes("busy@x.example"))).toHaveLength(1);
});

test("a refusal for good fails at once; a busy server fails after the last attempt", async () => {
  smtp.refuse(550);
  const refused = await write();
  await runDue(system);
  expect((await outbox())[0]).toMatchObject({ id: refused, state: "failed" });
  smtp.refuse(451);
  const busy = await write();
  await runDue(system);
  for (let attempt = 0; attempt < 10; attempt += 1) await nextAttempt();
  expect((await outbox())[0]).toMatchObject({ id: busy, state: "failed" });
  smtp.accept();
});

test("a test mail goes to the administrator at once, and a failure tells the server's reason", async () => {
  const { to } = await testMail({ ctx: admin });
  expect(smtp.received.at(-1)?.to).toEqual([to]);
  smtp.refuse(550);
  await expect(testMail({ ctx: admin })).rejects.toMatchObject({
    code: "mail_failed",
    details: { reason: /unavailable/ },
  });
  smtp.accept();
});

test("only administrators see the outbox or touch the mail server", async () => {
  for (const role of ["manager", "agent", "editor"] as const) {
    const ctx = await staffMember(role);
    await expect(listMails({ ctx, input: {} })).rejects.toThrow(ServiceError);
    await expect(retryMail({ ctx, input: { mailId: "x" } })).rejects.toThrow(ServiceError);
    await expect(getMailSettings({ ctx })).rejects.toThrow(ServiceError);
    await expect(updateMail({ ctx, input: { smtpUrl: "", from: "a@b.example", remove: true } })).rejects.toThrow(
      ServiceError,
    );
    await expect(testMail({ ctx })).rejects.toThrow(ServiceError);
  }
});

test("a mail server that is not SMTP is refused", async () => {
  const input = { smtpUrl: "file:///etc/passwd", from: "a@b.example", remove: false };
  await expect(updateMail({ ctx: admin, input })).rejects.toMatchObject({ code: "mail_server_invalid" });
});
