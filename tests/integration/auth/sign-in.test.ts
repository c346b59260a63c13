import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { signInFailures, staff } from "@/db/schema";
import { encryptField, hashField } from "@/lib/crypto";
import { hashPassword } from "@/server/auth/password";
import { forgetAttempts } from "@/server/auth/sign-in-attempts";
import { verifyCredentials } from "@/server/auth/verify-credentials";
import { NOW } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const PASSWORD = "correct horse battery";
let email = "";
let people = 0;

beforeEach(async () => {
  people += 1;
  email = `person${people}@luyu.example`;
  await store(email);
});

async function store(address: string, values: Partial<typeof staff.$inferInsert> = {}): Promise<void> {
  await db()
    .insert(staff)
    .values({
      name: "Li",
      publicName: "Li",
      role: "agent",
      emailEncrypted: await encryptField(address, "staff.email"),
      emailHash: await hashField(address),
      passwordHash: await hashPassword(PASSWORD),
      ...values,
    });
}

const attempt = (input: { email?: string; password?: string; address?: string | null } = {}, seconds = 0) =>
  verifyCredentials(
    { db: db(), now: new Date(NOW.getTime() + seconds * 1000) },
    { email, password: "wrong password", address: null, ...input },
  );
const WRONG = { reason: "wrong", seconds: 0 };

test("the right password lets in, whatever the case of the address", async () => {
  expect(await attempt({ password: PASSWORD, email: ` ${email.toUpperCase()} ` })).toMatchObject({ name: "Li" });
});

test("a wrong password and an unknown account get the same answer, also when locked", async () => {
  const answers = async (address: string) => {
    const seen = [];
    for (let count = 0; count < 6; count += 1) seen.push(await attempt({ email: address }));
    return seen;
  };
  const known = await answers(email);
  expect(known).toEqual([
    WRONG,
    WRONG,
    WRONG,
    WRONG,
    { reason: "locked", seconds: 30 },
    { reason: "locked", seconds: 30 },
  ]);
  expect(await answers("nobody@luyu.example")).toEqual(known);
});

test("an unknown account takes as long as a known one", async () => {
  const took = async (email: string) => {
    const start = performance.now();
    await attempt({ email });
    return performance.now() - start;
  };
  // One beside the other, so that whatever else the machine does slows both.
  const ratios: number[] = [];
  for (let index = 0; index < 11; index += 1) {
    await store(`known${index}@luyu.example`);
    const known = await took(`known${index}@luyu.example`);
    ratios.push((await took(`unknown${index}@luyu.example`)) / known);
  }
  const median = ratios.sort((a, b) => a - b)[5] ?? 0;
  expect(median).toBeGreaterThan(0.5);
  expect(median).toBeLessThan(2);
});

test("while locked even the right password is refused; afterwards it works and the count starts anew", async () => {
  for (let count = 0; count < 5; count += 1) await attempt();
  expect(await attempt({ password: PASSWORD }, 29)).toEqual({ reason: "locked", seconds: 1 });
  expect(await attempt({ password: PASSWORD }, 30)).toMatchObject({ name: "Li" });
  expect(await attempt({}, 31)).toEqual(WRONG);
});

test("guesses sent all at once are counted one by one", async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt()));
  expect(outcomes.filter((outcome) => "reason" in outcome && outcome.reason === "wrong").length).toBeLessThanOrEqual(5);
  expect(await attempt({ password: PASSWORD })).toMatchObject({ reason: "locked" });
});

test("one address guessing many accounts is locked too, without locking others", async () => {
  for (let index = 0; index < 30; index += 1) await attempt({ email: `a${index}@x.example`, address: "203.0.113.9" });
  expect(await attempt({ password: PASSWORD, address: "203.0.113.9" })).toMatchObject({ reason: "locked" });
  expect(await attempt({ password: PASSWORD, address: "203.0.113.10" })).toMatchObject({ name: "Li" });
});

test("colleagues signing in from one office address do not lock it", async () => {
  for (let index = 0; index < 40; index += 1) {
    expect(await attempt({ password: PASSWORD, address: "198.51.100.1" })).toMatchObject({ name: "Li" });
  }
});

test("a disabled account is told so only with its right password; an invited one cannot sign in at all", async () => {
  await store("disabled@luyu.example", { disabledAt: NOW });
  await store("invited@luyu.example", { passwordHash: null });
  expect(await attempt({ email: "disabled@luyu.example" })).toEqual(WRONG);
  expect(await attempt({ email: "disabled@luyu.example", password: PASSWORD })).toMatchObject({ reason: "disabled" });
  expect(await attempt({ email: "invited@luyu.example", password: "a password nobody has" })).toEqual(WRONG);
});

test("neither addresses nor accounts are stored readably, and old counts are forgotten", async () => {
  await attempt({ address: "203.0.113.77" });
  expect(JSON.stringify(await db().select().from(signInFailures))).not.toMatch(/luyu\.example|203\.0\.113/);
  await forgetAttempts({ db: db(), now: new Date(NOW.getTime() + 2 * 86_400_000) });
  expect(await db().$count(signInFailures)).toBe(0);
});
