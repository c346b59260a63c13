import { describe, expect, it } from "vitest";
import { createRandom } from "@/db/seed/random";
import { localMidnight, startTimes } from "@/db/seed/schedule";

const ANCHOR = new Date("2026-11-18T02:00:00.000Z");

describe("chance in the seed", () => {
  it("repeats itself exactly for the same seed and differs for another", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return [random.next(), random.int(1, 100), random.id("customer", ANCHOR), random.seconds(60)];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("picks as often as the weights say", () => {
    const random = createRandom(1);
    const heads = Array.from({ length: 4000 }, () =>
      random.weighted([
        ["head", 3],
        ["tail", 1],
      ] as const),
    ).filter((side) => side === "head");
    expect(heads.length / 4000).toBeCloseTo(0.75, 1);
  });
});

describe("when conversations begin", () => {
  const times = startTimes(createRandom(3), { anchor: ANCHOR, until: ANCHOR, days: 30, count: 6000 });
  const local = times.map((at) => new Date(at.getTime() + 8 * 60 * 60 * 1000));
  const share = (test: (at: Date) => boolean) => local.filter(test).length / local.length;

  it("is in order, within thirty local days and never after the end", () => {
    expect([...times].sort((a, b) => a.getTime() - b.getTime())).toEqual(times);
    expect(times[0]?.getTime()).toBeGreaterThanOrEqual(localMidnight(ANCHOR).getTime() - 29 * 24 * 60 * 60 * 1000);
    expect(times.at(-1)?.getTime()).toBeLessThanOrEqual(ANCHOR.getTime());
  });

  it("peaks late in the morning and in the evening, rests at night", () => {
    const hour = (from: number, to: number) => share((at) => at.getUTCHours() >= from && at.getUTCHours() < to);
    expect(hour(10, 12)).toBeGreaterThan(hour(13, 15));
    expect(hour(20, 22)).toBeGreaterThan(hour(17, 19));
    expect(hour(2, 6)).toBeLessThan(0.03);
  });

  it("is rarer at weekends and most frequent on 11 November", () => {
    const byDay = Map.groupBy(local, (at) => at.toISOString().slice(0, 10));
    const busiest = [...byDay].sort((a, b) => b[1].length - a[1].length)[0]?.[0];
    expect(busiest).toBe("2026-11-11");
    const october = (weekday: (day: number) => boolean) =>
      share((at) => at.getUTCMonth() === 9 && weekday(at.getUTCDay()));
    expect(october((day) => day === 0 || day === 6) / 4).toBeLessThan(october((day) => day > 0 && day < 6) / 8);
  });
});
