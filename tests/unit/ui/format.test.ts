import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatCompact,
  formatMoney,
  formatPercent,
  formatRange,
  maskPhone,
  waitRange,
} from "@/lib/format";

describe("figures", () => {
  it("reads money from minor units, whatever the currency's digits", () => {
    expect(formatMoney(129_900, "CNY", "zh")).toBe("¥1,299.00");
    expect(formatMoney(1_299, "JPY", "en")).toBe("¥1,299");
    expect(formatMoney(-500, "USD", "en")).toBe("-$5.00");
  });

  it("shortens large numbers in the reader's units", () => {
    expect(formatCompact(12_000, "zh")).toBe("1.2万");
    expect(formatCompact(12_000, "en")).toBe("12K");
    expect(formatPercent(0.924, "en")).toBe("92%");
    expect(formatRange(3, 5, "en")).toBe("3–5");
    expect(formatRange(3, 3, "en")).toBe("3");
  });

  it("never calls a small file empty", () => {
    expect(formatBytes(15, "en")).toBe("0.1 kB");
    expect(formatBytes(1_536, "en")).toBe("1.5 kB");
    expect(formatBytes(3_145_728, "zh")).toBe("3 MB");
  });

  it.each([
    [59, "under1"],
    [60, "1to2"],
    [121, "3to5"],
    [301, "5to10"],
    [1_200, "10to20"],
    [1_201, "over20"],
  ])("tells %i s of waiting as %s", (seconds, range) => {
    expect(waitRange(seconds)).toBe(range);
  });

  it.each([
    ["13812345678", "138****5678"],
    ["+86 138 1234 5678", "138****5678"],
    ["12345678", "1****78"],
    ["110", "***"],
  ])("masks %s as %s", (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
