import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linePath, niceTicks, spreadLabels } from "@/lib/chart-scale";

describe("chart scales", () => {
  it.each([
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
    [7, [0, 2.5, 5, 7.5]],
    [0.83, [0, 0.5, 1]],
    [119, [0, 50, 100, 150]],
  ])("gives round axis values for %s", (max, ticks) => {
    expect(niceTicks(max)).toEqual(ticks);
  });

  it("starts at zero and reaches every value", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (max) => {
        const ticks = niceTicks(max);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it("keeps labels apart and inside the plot", () => {
    const placed = spreadLabels([80, 82, 170], 18, 176);
    expect(placed).toEqual([80, 98, 170]);
    expect(spreadLabels([176, 176], 18, 176)).toEqual([158, 176]);
  });

  it("breaks a line where nothing was measured", () => {
    expect(linePath([0, null, 10], 10)).toBe("M0.00 100.00M100.00 0.00");
  });
});
