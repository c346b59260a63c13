import { describe, expect, it } from "vitest";
import { wilsonInterval } from "@/lib/wilson-interval";

describe("the interval of a share", () => {
  it.each([
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is the published one", (hits, trials, low, high) => {
    const interval = wilsonInterval(hits, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("is the mirror of that of the misses, and never leaves [0, 1]", () => {
    for (const [hits, trials] of [
      [0, 1],
      [1, 1],
      [3, 7],
      [999, 1000],
    ] as const) {
      const [one, other] = [wilsonInterval(hits, trials), wilsonInterval(trials - hits, trials)];
      expect(one.low).toBeCloseTo(1 - other.high, 12);
      expect(one.low).toBeGreaterThanOrEqual(0);
      expect(one.high).toBeLessThanOrEqual(1);
    }
  });

  it("says nothing without trials", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
