import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { calendars, inboxes } from "@/db/schema";
import type { CalendarHours } from "@/lib/contracts/routing";
import type { ServiceContext, StaffActor } from "@/server/context";
import { getAvailability } from "@/server/routing/get-availability";
import { setPresence } from "@/server/routing/set-presence";
import { getCalendar, updateCalendar } from "@/server/settings/calendar";
import { contextOf, installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callProcedure } from "../../support/routes/call-procedure";

ownDatabase();

const NINE_TO_SIX = [{ from: 540, to: 1080 }];
const plan = (timeZone: string, more: Partial<CalendarHours> = {}): CalendarHours => ({
  timeZone,
  weekly: { 0: [], 1: NINE_TO_SIX, 2: NINE_TO_SIX, 3: NINE_TO_SIX, 4: NINE_TO_SIX, 5: NINE_TO_SIX, 6: [] },
  closedDays: [],
  extraDays: {},
  ...more,
});

let admin: ServiceContext<StaffActor>;

beforeAll(async () => {
  await installInboxes();
  admin = await staffMember("admin");
});
beforeEach(async () => {
  await db().update(inboxes).set({ calendarId: null });
  await db().delete(calendars);
});

const availableAt = (iso: string) => getAvailability({ ctx: contextOf({ kind: "anonymous" as const }, new Date(iso)) });

describe("the hours in which people answer", () => {
  it("are Monday to Friday, nine to six, in the company's time zone until any are saved", async () => {
    const hours = await getCalendar({ ctx: admin });
    expect(hours).toMatchObject({ timeZone: "Asia/Shanghai", closedDays: [], extraDays: {} });
    expect(hours.weekly).toMatchObject({ 0: [], 1: NINE_TO_SIX, 5: NINE_TO_SIX, 6: [] });
  });

  it("once saved are what every customer sees next, whatever is saved after", async () => {
    await updateCalendar({ ctx: admin, input: plan("Asia/Shanghai") });
    expect(await getCalendar({ ctx: admin })).toEqual(plan("Asia/Shanghai"));
    expect(await availableAt("2026-11-18T02:00:00Z")).toMatchObject({ open: true, opensAt: null });
    await updateCalendar({ ctx: admin, input: plan("Europe/Berlin") });
    expect(await availableAt("2026-11-18T02:00:00Z")).toMatchObject({
      open: false,
      opensAt: "2026-11-18T08:00:00.000Z",
    });
    expect(await db().$count(calendars)).toBe(1);
  });

  it("close on a closed day and open on an extra one, with the next opening told", async () => {
    const holiday = plan("Asia/Shanghai", {
      closedDays: ["2026-11-18"],
      extraDays: { "2026-11-21": [{ from: 600, to: 720 }] },
    });
    await updateCalendar({ ctx: admin, input: holiday });
    expect(await availableAt("2026-11-18T02:00:00Z")).toMatchObject({
      open: false,
      opensAt: "2026-11-19T01:00:00.000Z",
    });
    expect(await availableAt("2026-11-21T02:30:00Z")).toMatchObject({ open: true });
    expect(await availableAt("2026-11-20T12:00:00Z")).toMatchObject({
      open: false,
      opensAt: "2026-11-21T02:00:00.000Z",
    });
  });

  it("follow the clock over a change of summer time", async () => {
    await updateCalendar({ ctx: admin, input: plan("Europe/Berlin") });
    expect(await availableAt("2026-03-27T08:30:00Z")).toMatchObject({ open: true });
    expect(await availableAt("2026-03-30T07:30:00Z")).toMatchObject({ open: true });
    expect(await availableAt("2026-03-28T12:00:00Z")).toMatchObject({ opensAt: "2026-03-30T07:00:00.000Z" });
    expect(await availableAt("2026-10-24T12:00:00Z")).toMatchObject({ opensAt: "2026-10-26T08:00:00.000Z" });
  });

  it("say who can be reached together with who is there", async () => {
    await updateCalendar({ ctx: admin, input: plan("Asia/Shanghai") });
    const agent = contextOf((await staffMember("agent")).actor, new Date("2026-11-18T02:00:00Z"));
    expect(await availableAt("2026-11-18T02:00:00Z")).toMatchObject({ agentsOnline: 0, reachable: false });
    await setPresence({ ctx: agent, input: { state: "online" } });
    expect(await availableAt("2026-11-18T02:00:00Z")).toMatchObject({ agentsOnline: 1, reachable: true });
    expect(await availableAt("2026-11-18T02:02:00Z")).toMatchObject({ agentsOnline: 0, reachable: false });
    await setPresence({ ctx: { ...agent, now: new Date("2026-11-18T12:00:00Z") }, input: { state: "online" } });
    expect(await availableAt("2026-11-18T12:00:00Z")).toMatchObject({ agentsOnline: 1, reachable: false });
  });

  it.each([
    ["a time zone nobody knows", plan("Mars/Base")],
    [
      "hours that end before they begin",
      plan("UTC", { weekly: { ...plan("UTC").weekly, 1: [{ from: 600, to: 500 }] } }),
    ],
    [
      "hours that overlap",
      plan("UTC", {
        weekly: {
          ...plan("UTC").weekly,
          1: [
            { from: 500, to: 700 },
            { from: 600, to: 800 },
          ],
        },
      }),
    ],
    ["minutes beyond the day", plan("UTC", { weekly: { ...plan("UTC").weekly, 1: [{ from: 0, to: 1441 }] } })],
    ["a date that is none", plan("UTC", { closedDays: ["2026-02-30"] })],
    ["an extra day that is none", plan("UTC", { extraDays: { tomorrow: NINE_TO_SIX } })],
  ])("are refused with %s, and the old ones stay", async (_, input) => {
    await updateCalendar({ ctx: admin, input: plan("Asia/Shanghai") });
    expect((await callProcedure("settings.updateCalendar", admin, input)).code).toBe("invalid_input");
    expect(await getCalendar({ ctx: admin })).toEqual(plan("Asia/Shanghai"));
  });

  it.each(["agent", "manager", "editor"] as const)("are not the %s's to change", async (role) => {
    const other = await staffMember(role);
    const { code } = await callProcedure("settings.updateCalendar", other, plan("UTC"));
    expect([code, await db().$count(calendars)]).toEqual(["forbidden", 0]);
  });
});
