import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "@/lib/time";
import { addDays, startOfDay } from "@/lib/zoned-days";
import { lastDays, periodRanges } from "@/server/analytics/period-range";

const ZONES = [
  "Asia/Shanghai",
  "America/New_York",
  "Europe/London",
  "Pacific/Apia",
  "Asia/Kolkata",
  "America/Sao_Paulo",
  "UTC",
];
const iso = (at: Date) => at.toISOString();

describe("the start of a day", () => {
  it("is the first instant of that day in every zone, whatever the clocks do", () => {
    const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const day = dayOf(at, zone);
        const start = startOfDay(day, zone);
        expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(new Date(start.getTime() - 1), zone)).not.toBe(day);
      }),
    );
  });

  it("knows the days on which clocks change", () => {
    expect(iso(startOfDay("2026-03-08", "America/New_York"))).toBe("2026-03-08T05:00:00.000Z");
    expect(iso(startOfDay("2026-03-09", "America/New_York"))).toBe("2026-03-09T04:00:00.000Z");
    expect(iso(startOfDay("2018-11-04", "America/Sao_Paulo"))).toBe("2018-11-04T03:00:00.000Z");
  });

  it("counts days on the calendar", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
});

describe("the period and the one before", () => {
  const now = new Date("2026-11-18T02:30:00Z");
  const rangesOf = (period: "today" | "7d" | "30d") => {
    const { current, previous } = periodRanges(period, now, "Asia/Shanghai");
    return [current.from, current.to, previous.from, previous.to].map(iso);
  };

  it("are today until now and yesterday until the same time", () => {
    expect(rangesOf("today")).toEqual([
      "2026-11-17T16:00:00.000Z",
      "2026-11-18T02:30:00.000Z",
      "2026-11-16T16:00:00.000Z",
      "2026-11-17T02:30:00.000Z",
    ]);
  });

  it("are seven company days that end with today, and the seven before", () => {
    expect(rangesOf("7d")).toEqual([
      "2026-11-11T16:00:00.000Z",
      "2026-11-18T02:30:00.000Z",
      "2026-11-04T16:00:00.000Z",
      "2026-11-11T02:30:00.000Z",
    ]);
  });

  it("never overlap", () => {
    for (const period of ["today", "7d", "30d"] as const) {
      for (const zone of ZONES) {
        const { current, previous } = periodRanges(period, now, zone);
        expect(previous.to.getTime()).toBeLessThanOrEqual(current.from.getTime());
      }
    }
  });

  it("name their days in the company's calendar", () => {
    expect(lastDays(3, now, "America/New_York")).toEqual(["2026-11-15", "2026-11-16", "2026-11-17"]);
  });
});
