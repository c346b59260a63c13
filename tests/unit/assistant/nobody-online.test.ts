import { describe, expect, it } from "vitest";
import type { CalendarHours } from "@/lib/contracts/routing";
import en from "@/messages/en/assistant.json";
import zh from "@/messages/zh/assistant.json";
import { sayAs, sayNobodyOnline } from "@/server/assistant/words";
import { ALWAYS, NEVER } from "../../support/calendars";

/** Mondays from nine to six, by the clock of a zone. */
const mondays = (timeZone: string, more: Partial<CalendarHours> = {}): CalendarHours => ({
  ...NEVER,
  timeZone,
  weekly: { ...NEVER.weekly, 1: [{ from: 540, to: 1080 }] },
  ...more,
});
const at = (iso: string) => new Date(iso);

describe("where nobody can be fetched", () => {
  it.each([
    ["later today", mondays("Asia/Shanghai"), "2026-11-23T08:00:00+08:00", "09:00", "09:00"],
    ["within days", mondays("Asia/Shanghai"), "2026-11-20T20:00:00+08:00", "Monday 09:00", "星期一09:00"],
    ["by the company's clock", mondays("America/New_York"), "2026-11-23T20:00:00+08:00", "09:00", "09:00"],
    ["by the company's day", mondays("Pacific/Auckland"), "2026-11-22T10:00:00Z", "Monday 09:00", "星期一09:00"],
    [
      "in more than a week",
      mondays("Asia/Shanghai", { closedDays: ["2026-11-23", "2026-11-30"] }),
      "2026-11-20T20:00:00+08:00",
      "Dec 7 09:00",
      "12月7日 09:00",
    ],
  ])("a customer is told when people are next there: %s", (_, hours, now, english, chinese) => {
    expect(sayNobodyOnline("en", hours, at(now))).toBe(en.said.closed.replace("{time}", english));
    expect(sayNobodyOnline("zh", hours, at(now))).toBe(zh.said.closed.replace("{time}", chinese));
  });

  it.each([
    ["without a calendar", null],
    ["while open", ALWAYS],
    ["when nothing opens any more", NEVER],
  ])("a customer is told that nobody is online: %s", (_, hours) => {
    const now = at("2026-11-20T20:00:00+08:00");
    expect(sayNobodyOnline("en", hours, now)).toBe(en.said.nobody_online);
    expect(sayNobodyOnline("zh", hours, now)).toBe(zh.said.nobody_online);
  });

  it("an answer says the same as a judgement", () => {
    const now = at("2026-11-20T20:00:00+08:00");
    const openingHours = mondays("Asia/Shanghai");
    const told = sayAs("en", "nobody_online", { company: "Luyu", assistant: "Lu", openingHours }, now);
    expect(told).toBe(sayNobodyOnline("en", openingHours, now));
  });
});
