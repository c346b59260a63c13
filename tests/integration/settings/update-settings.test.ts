import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events, settings } from "@/db/schema";
import { EDITABLE_SETTINGS, SETTINGS, updateSettingsSchema } from "@/lib/contracts/settings";
import type { ServiceContext, StaffActor } from "@/server/context";
import { getSettings, readSettings } from "@/server/settings/get-settings";
import { updateSettings } from "@/server/settings/update-settings";
import { staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callProcedure } from "../../support/routes/call-procedure";

ownDatabase();

type Subject = keyof typeof EDITABLE_SETTINGS;
type Key = { good: unknown[]; bad: unknown[] };

const NAME = {
  good: [{ zh: "鹿屿", en: "Luyu" }],
  bad: [{ zh: "", en: "a" }, { zh: "a" }, "a", { zh: "a\u0000", en: "b" }],
};
const COUNT = { good: [1, 10_000], bad: [0, 10_001, 1.5, "5", null, -1] };
const PRICE = { good: [0, 2.5], bad: [-1, "2", null] };
const FLAG = { good: [true, false], bad: ["on", 1, null] };
const CHOICE = { good: ["hand_over", "answer"], bad: ["", "shout", 1] };

/** Every key an administrator can save, with values it takes and values it refuses. */
const KEYS: Record<Subject, Record<string, Key>> = {
  company: {
    name: NAME,
    assistantName: NAME,
    hue: { good: [172, 45], bad: [171, "172", null] },
    timeZone: { good: ["Asia/Shanghai", "Europe/Berlin"], bad: ["Mars/Base", "", 8] },
    defaultLocale: { good: ["zh", "en"], bad: ["fr", "", null] },
    phone: { good: ["", "+86 138 0000 0000"], bad: ["1".repeat(41), 1] },
    email: { good: ["", "help@luyu.example"], bad: [`${"a".repeat(251)}@b.c`, null] },
    privacyUrl: { good: ["", "https://luyu.example/privacy"], bad: ["javascript:alert(1)", "//x", "ftp://x"] },
    icp: { good: ["", "沪ICP备00000000号"], bad: ["x".repeat(61), 3] },
  },
  assistant: {
    coverage: { good: [0, 0.5, 1], bad: [-0.1, 1.1, "1", null] },
    strongerRecogniser: FLAG,
    whenUnhappy: CHOICE,
    whenVip: CHOICE,
    whenClosed: { good: ["people", "message"], bad: ["", "hand_over", null] },
    missesBeforeHandoff: { good: [1, 5], bad: [0, 6, 1.5] },
    loopTurns: { good: [2, 6], bad: [1, 7, "3"] },
    closeIdleHours: { good: [0, 720], bad: [-1, 721, 1.5, "24"] },
  },
  recommendations: {
    guide: FLAG,
    read_next: FLAG,
    accessory: FLAG,
    home: FLAG,
    chat: FLAG,
    agents: FLAG,
  },
  model: {
    inputPrice: PRICE,
    outputPrice: PRICE,
    currency: { good: ["USD", "CNY"], bad: ["usd", "US", "DOLLAR", 1] },
    dailyBudget: PRICE,
  },
  limits: {
    messagesPerMinute: COUNT,
    sessionsPerMinute: COUNT,
    ticketsPerHour: COUNT,
    filesPerMinute: COUNT,
    actionsPerMinute: COUNT,
    staffCallsPerMinute: COUNT,
    resetsPerHour: COUNT,
    callsPerMinute: COUNT,
    addressFactor: { good: [1, 1000], bad: [0, 1001, 2.5, "10"] },
  },
  actions: { allowedHosts: { good: [[], ["shop.internal:8080"]], bad: [["a b"], "host", [""]] } },
};
const ROWS = Object.entries(KEYS).flatMap(([subject, keys]) =>
  Object.entries(keys).map(([key, values]) => ({ subject: subject as Subject, key, ...values })),
);

let admin: ServiceContext<StaffActor>;

beforeAll(async () => {
  admin = await staffMember("admin");
});
beforeEach(() => db().delete(settings).where(eq(settings.subject, "company")));

/** Saves one key over what is stored, through the procedure, as the form does. */
async function save(subject: Subject, key: string, value: unknown, ctx: ServiceContext = admin) {
  const { value: stored, version } = await readSettings(db(), subject);
  const whole = { ...EDITABLE_SETTINGS[subject].parse(stored), [key]: value };
  return callProcedure("settings.update", ctx, { subject, version, value: whole });
}

const storedValue = async (subject: Subject, key: string) =>
  ((await readSettings(db(), subject)).value as Record<string, unknown>)[key];

describe("the settings an administrator saves", () => {
  it("are all here", () => {
    const listed = Object.fromEntries(
      Object.entries(KEYS).map(([subject, keys]) => [subject, Object.keys(keys).sort()]),
    );
    const editable = Object.entries(EDITABLE_SETTINGS).map(([subject, schema]) => [
      subject,
      Object.keys(schema.shape).sort(),
    ]);
    expect(listed).toEqual(Object.fromEntries(editable));
    expect(updateSettingsSchema.options.map(({ shape }) => shape.subject.value).sort()).toEqual(
      Object.keys(KEYS).sort(),
    );
  });

  it.each(ROWS)(
    "$key of $subject is kept as saved, in force at once, and takes nothing that does not fit",
    async (row) => {
      for (const value of row.good) {
        expect([value, await save(row.subject, row.key, value)]).toEqual([value, { code: "ok", status: "OK" }]);
        const inForce = (await getSettings(db(), row.subject)) as Record<string, unknown>;
        expect([await storedValue(row.subject, row.key), inForce[row.key]]).toEqual([value, value]);
      }
      const before = await storedValue(row.subject, row.key);
      for (const value of row.bad) {
        expect([value, (await save(row.subject, row.key, value)).code]).toEqual([value, "invalid_input"]);
      }
      expect(await storedValue(row.subject, row.key)).toEqual(before);
    },
  );

  it.each(["agent", "manager", "editor"] as const)("change nothing when saved by the role %s", async (role) => {
    const other = await staffMember(role);
    const before = await db().select().from(settings);
    for (const { subject, key, good } of ROWS) {
      expect([subject, key, (await save(subject, key, good[0], other)).code]).toEqual([subject, key, "forbidden"]);
    }
    expect(await db().select().from(settings)).toEqual(before);
  });

  it("are saved by one of two who opened the same form; the other is told, and an event names the subject", async () => {
    const { version } = await readSettings(db(), "assistant");
    const input = (coverage: number) => ({
      subject: "assistant" as const,
      version,
      value: { ...SETTINGS.assistant.parse({}), coverage },
    });
    const outcomes = await Promise.allSettled(
      [0.1, 0.2, 0.3].map((one) => updateSettings({ ctx: admin, input: input(one) })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "changed_elsewhere" });
    const changed = await db().select().from(events).where(eq(events.name, "settings.changed"));
    expect(changed.at(-1)).toMatchObject({ entityId: "assistant", data: { version: version + 1 } });
  });

  it("never make a company the demo, nor touch what the form does not show", async () => {
    await db()
      .insert(settings)
      .values({ subject: "company", value: { demo: true } });
    const { version } = await readSettings(db(), "company");
    const value = { ...EDITABLE_SETTINGS.company.parse({}), demo: false };
    expect((await callProcedure("settings.update", admin, { subject: "company", version, value })).code).toBe("ok");
    expect((await readSettings(db(), "company")).value.demo).toBe(true);
    expect((await callProcedure("settings.update", admin, { subject: "mail", version: 0, value: {} })).code).toBe(
      "invalid_input",
    );
  });
});
