// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it } from "vitest";
import { AccuracyFigures } from "@/components/quality/accuracy-figures";
import analyticsEn from "@/messages/en/analytics.json";
import qualityEn from "@/messages/en/quality.json";
import sharedEn from "@/messages/en/shared.json";
import analyticsZh from "@/messages/zh/analytics.json";
import qualityZh from "@/messages/zh/quality.json";
import sharedZh from "@/messages/zh/shared.json";

afterEach(cleanup);

const MESSAGES = {
  en: { analytics: analyticsEn, quality: qualityEn, shared: sharedEn },
  zh: { analytics: analyticsZh, quality: qualityZh, shared: sharedZh },
};

/** What is said of 80 of 100 cases right, where so many were right in the run before. */
function saidAfter(locale: "en" | "zh", before: number): string {
  const counts = { en: { right: 80, among_choices: 20 } };
  const run = { id: "run", at: "2026-03-02T08:00:00.000Z", cases: 100 };
  const latest = { ...run, counts } as unknown as Parameters<typeof AccuracyFigures>[0]["latest"];
  const trend = [
    { ...run, right: before },
    { ...run, right: 80 },
  ] as unknown as Parameters<typeof AccuracyFigures>[0]["trend"];
  render(
    <NextIntlClientProvider
      locale={locale}
      messages={MESSAGES[locale]}
      onError={(error) => {
        throw error;
      }}
    >
      <AccuracyFigures latest={latest} trend={trend} />
    </NextIntlClientProvider>,
  );
  return screen.getByRole("region").textContent ?? "";
}

describe("how accuracy has moved", () => {
  it.each([
    ["en", 78, "+2 points vs the run before"],
    ["en", 79, "+1 point vs the run before"],
    ["zh", 78, "比上次测试 +2 个百分点"],
  ] as const)("is said in points: %s, from %i", (locale, before, words) => {
    expect(saidAfter(locale, before)).toContain(words);
  });

  it("is not said where it did not move", () => {
    expect(saidAfter("en", 80)).not.toContain("vs the run before");
  });
});
