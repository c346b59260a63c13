import { describe, expect, it } from "vitest";
import { countChange, durationText, medianChange, shareChange, shareText } from "@/components/analytics/figure-text";

const ratio = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("a share", () => {
  it("is a percentage from ten cases on and none below", () => {
    expect(shareText(ratio(7, 10), "en")).toBe("70%");
    expect(shareText(ratio(7, 9), "en")).toBeNull();
    expect(shareText(ratio(0, 0), "en")).toBeNull();
  });
});

describe("a duration", () => {
  it("is told in the unit a person would use", () => {
    const texts = [0.4, 75, 119, 120, 7_199, 7_200, 172_799, 172_800, 900_000].map((seconds) => {
      const { value, unit } = durationText(seconds, "en");
      return `${value} ${unit}`;
    });
    expect(texts).toEqual([
      "0.4 seconds",
      "75 seconds",
      "119 seconds",
      "2 minutes",
      "120 minutes",
      "2 hours",
      "48 hours",
      "2 days",
      "10 days",
    ]);
  });
});

describe("a comparison", () => {
  it("counts few and gives percent of many", () => {
    expect(countChange(12, 9, "en")).toEqual({ direction: "up", kind: "count", amount: "+3", size: 3 });
    expect(countChange(90, 100, "en")).toMatchObject({ direction: "down", kind: "percent", amount: "−10%" });
    expect(countChange(100, 100, "en")).toEqual({ direction: "same", kind: "percent", amount: "0%", size: 0 });
    expect(countChange(1000, 1001, "en")?.direction).toBe("same");
    expect(countChange(5, 0, "en")).toBeNull();
  });

  it("compares shares in points and medians in percent, only with ten cases on both sides", () => {
    expect(shareChange(ratio(70, 100), ratio(65, 100), "en")).toEqual({
      direction: "up",
      kind: "points",
      amount: "+5",
      size: 5,
    });
    expect(shareChange(ratio(7, 9), ratio(65, 100), "en")).toBeNull();
    expect(medianChange({ seconds: 90, n: 20 }, { seconds: 60, n: 20 }, "en")).toEqual({
      direction: "up",
      kind: "percent",
      amount: "+50%",
      size: 0.5,
    });
    expect(medianChange({ seconds: 90, n: 20 }, { seconds: 60, n: 9 }, "en")).toBeNull();
    expect(medianChange({ seconds: null, n: 0 }, { seconds: null, n: 0 }, "en")).toBeNull();
  });
});
