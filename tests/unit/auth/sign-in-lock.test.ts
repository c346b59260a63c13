import fc from "fast-check";
import { expect, test } from "vitest";
import { countAttempt, type FailureCount, lockSeconds, secondsLocked } from "@/server/auth/sign-in-lock";

test("the fifth failure locks for 30 s, each further one for twice as long, at most 15 minutes", () => {
  expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 500].map((failures) => lockSeconds(failures, 5))).toEqual([
    0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
  ]);
});

test("a lock counts down in whole seconds and ends", () => {
  const locked: FailureCount = { failures: 5, failedAt: 0, lockedUntil: 30_000 };
  expect([0, 1, 29_001, 30_000, 40_000].map((now) => secondsLocked(locked, now))).toEqual([30, 30, 1, 0, 0]);
});

test("an hour of quiet starts the count anew", () => {
  const count = { failures: 9, failedAt: 0, lockedUntil: 900_000 };
  expect(countAttempt(count, 3_599_999, 5).failures).toBe(10);
  expect(countAttempt(count, 3_600_000, 5)).toEqual({ failures: 1, failedAt: 3_600_000, lockedUntil: null });
});

test("whatever the pace, an hour never leaves room for more than a dozen guesses at one account", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 400 }), (pauses) => {
      let now = 0;
      let count: FailureCount | null = null;
      let guesses = 0;
      for (const pause of pauses) {
        now += pause;
        if (now >= 3_600_000) break;
        if (secondsLocked(count, now) > 0) continue;
        count = countAttempt(count, now, 5);
        guesses += 1;
      }
      expect(guesses).toBeLessThanOrEqual(12);
    }),
  );
});
