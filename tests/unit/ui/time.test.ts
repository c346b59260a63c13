import { describe, expect, it } from "vitest";
import { formatExact, formatRelative, formatSeparator, formatWait, needsSeparator } from "@/lib/time";

const shanghai = { locale: "zh", timeZone: "Asia/Shanghai" };
const newYork = { locale: "en", timeZone: "America/New_York" };
const now = new Date("2026-03-10T06:31:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe("waits", () => {
  it.each([
    [0, "0:00"],
    [-5_000, "0:00"],
    [42_900, "0:42"],
    [130_000, "2:10"],
    [3_599_000, "59:59"],
    [3_723_000, "1:02:03"],
  ])("shows %i ms as %s", (milliseconds, shown) => {
    expect(formatWait(milliseconds)).toBe(shown);
  });
});

describe("times", () => {
  it("is relative under a day and a date after it", () => {
    expect(formatRelative(ago(5), now, newYork)).toBe("5 min ago");
    expect(formatRelative(ago(120), now, shanghai)).toBe("2小时前");
    expect(formatRelative(ago(60 * 24), now, shanghai)).toBe("3月9日");
    expect(formatRelative(new Date("2025-03-10T06:31:00Z"), now, newYork)).toBe("Mar 10, 2025");
  });

  it("names today and yesterday by the reader's own calendar", () => {
    expect(formatSeparator(ago(0), now, shanghai)).toBe("今天 14:31");
    expect(formatSeparator(ago(60 * 20), now, shanghai)).toBe("昨天 18:31");
    expect(formatSeparator(ago(60 * 20), now, newYork)).toBe("Yesterday 06:31");
    expect(formatSeparator(ago(60 * 72), now, shanghai)).toBe("3月7日 14:31");
  });

  it("counts midnight as 00 in Chinese and names the zone in the exact form", () => {
    expect(formatExact(new Date("2026-03-09T16:00:05Z"), shanghai)).toContain("00:00:05");
    expect(formatExact(now, shanghai)).toContain("GMT+8");
  });

  it("separates messages at the first, after five minutes and at midnight", () => {
    expect(needsSeparator(undefined, now, "UTC")).toBe(true);
    expect(needsSeparator(ago(4), now, "UTC")).toBe(false);
    expect(needsSeparator(ago(5), now, "UTC")).toBe(true);
    expect(needsSeparator(new Date("2026-03-09T15:59:00Z"), new Date("2026-03-09T16:01:00Z"), "Asia/Shanghai")).toBe(
      true,
    );
  });
});
