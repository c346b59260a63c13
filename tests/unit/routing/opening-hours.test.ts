import { describe, expect, it } from "vitest";
import type { CalendarHours } from "@/lib/contracts/routing";
import { isOpen, nextOpening, spansOn } from "@/server/routing/opening-hours";

const span = (from: string, to: string) => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return { from: minutes(from), to: minutes(to) };
};
const DAY = [span("09:00", "12:00"), span("13:00", "18:00")];

function hours(timeZone: string, more: Partial<CalendarHours> = {}): CalendarHours {
  const weekly = { 0: [], 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [] };
  return { timeZone, weekly, closedDays: [], extraDays: {}, ...more };
}
const shanghai = hours("Asia/Shanghai");
const at = (iso: string) => new Date(iso);
const opening = (calendar: CalendarHours, iso: string) => nextOpening(calendar, at(iso))?.toISOString() ?? null;

describe("whether people work", () => {
  it("goes by the local clock: from the first minute of a span to the last before its end, not in the break", () => {
    const open = (time: string) => isOpen(shanghai, at(`2026-11-18T${time}:00+08:00`));
    expect(["08:59", "09:00", "11:59", "12:00", "12:59", "13:00", "17:59", "18:00"].map(open)).toEqual([
      ...[false, true, true, false, false, true, true, false],
    ]);
  });

  it("is asked of one instant, which is another hour and day elsewhere", () => {
    const instant = at("2026-11-18T02:00:00Z");
    expect(isOpen(shanghai, instant)).toBe(true);
    expect(isOpen(hours("Europe/Berlin"), instant)).toBe(false);
    const sundayInAuckland = at("2026-11-21T21:30:00Z");
    expect(isOpen(hours("Pacific/Auckland"), sundayInAuckland)).toBe(false);
    expect(isOpen(hours("Asia/Kathmandu"), at("2026-11-18T03:15:00Z"))).toBe(true);
  });

  it("is no on a closed day, yes on an extra working day, and the extra day wins over both", () => {
    const festival = hours("Asia/Shanghai", {
      closedDays: ["2026-10-01", "2026-10-10"],
      extraDays: { "2026-10-10": [span("10:00", "16:00")], "2026-10-02": [] },
    });
    expect(isOpen(festival, at("2026-10-01T10:00:00+08:00"))).toBe(false);
    expect(isOpen(festival, at("2026-10-10T09:30:00+08:00"))).toBe(false);
    expect(isOpen(festival, at("2026-10-10T10:00:00+08:00"))).toBe(true);
    expect(isOpen(festival, at("2026-10-02T10:00:00+08:00"))).toBe(false);
    expect(spansOn(festival, "2026-10-08", 4)).toEqual(DAY);
  });
});

describe("the next opening", () => {
  it("is now while open, else the next span: after the break, tomorrow, or after the weekend", () => {
    expect(opening(shanghai, "2026-11-18T10:00:00+08:00")).toBe(at("2026-11-18T10:00:00+08:00").toISOString());
    expect(opening(shanghai, "2026-11-18T12:30:00+08:00")).toBe("2026-11-18T05:00:00.000Z");
    expect(opening(shanghai, "2026-11-18T23:00:00+08:00")).toBe("2026-11-19T01:00:00.000Z");
    expect(opening(shanghai, "2026-11-20T18:00:00+08:00")).toBe("2026-11-23T01:00:00.000Z");
  });

  it("passes over closed days and finds extra ones", () => {
    const festival = hours("Asia/Shanghai", {
      closedDays: ["2026-11-19", "2026-11-20"],
      extraDays: { "2026-11-22": [span("14:00", "15:00")] },
    });
    expect(opening(festival, "2026-11-18T20:00:00+08:00")).toBe("2026-11-22T06:00:00.000Z");
  });

  it("keeps the local hour when the clock goes forward or back", () => {
    const berlin = hours("Europe/Berlin");
    expect(opening(berlin, "2026-03-27T20:00:00+01:00")).toBe(at("2026-03-30T09:00:00+02:00").toISOString());
    expect(opening(berlin, "2026-10-23T20:00:00+02:00")).toBe(at("2026-10-26T09:00:00+01:00").toISOString());
    const weekend = hours("America/New_York", { extraDays: { "2026-03-08": [span("03:30", "09:00")] } });
    expect(opening(weekend, "2026-03-08T00:30:00-05:00")).toBe(at("2026-03-08T03:30:00-04:00").toISOString());
    const back = hours("America/New_York", { extraDays: { "2026-11-01": [span("09:00", "17:00")] } });
    expect(opening(back, "2026-11-01T00:30:00-04:00")).toBe(at("2026-11-01T09:00:00-05:00").toISOString());
  });

  it("is never when nothing opens within sixty days", () => {
    const never = hours("UTC", { weekly: { 0: [], 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] } });
    expect(opening(never, "2026-11-18T10:00:00Z")).toBeNull();
  });
});
