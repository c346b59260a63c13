/** Failed attempts of one account or one address. Instants in milliseconds since the epoch. */
export type FailureCount = { failures: number; failedAt: number; lockedUntil: number | null };

/** Attempts before the first lock. An address may belong to a whole office. */
export const ALLOWED_FAILURES = { account: 5, address: 30 } as const;

const FIRST_LOCK_SECONDS = 30;
const LONGEST_LOCK_SECONDS = 15 * 60;
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** How long an account or address is locked after so many failures: 30 s, then twice as long each time, at most 15 minutes. */
export function lockSeconds(failures: number, allowed: number): number {
  if (failures < allowed) return 0;
  return Math.min(FIRST_LOCK_SECONDS * 2 ** Math.min(failures - allowed, 10), LONGEST_LOCK_SECONDS);
}

/** Whole seconds until an attempt is possible again; 0 = now. */
export function secondsLocked(count: FailureCount | null, now: number): number {
  return count?.lockedUntil ? Math.max(0, Math.ceil((count.lockedUntil - now) / 1000)) : 0;
}

/** The count after one more attempt, taken as a failure until it proves right. An hour of quiet starts anew. */
export function countAttempt(count: FailureCount | null, now: number, allowed: number): FailureCount {
  const before = count && now - count.failedAt < FORGOTTEN_AFTER_MS ? count.failures : 0;
  const seconds = lockSeconds(before + 1, allowed);
  return { failures: before + 1, failedAt: now, lockedUntil: seconds > 0 ? now + seconds * 1000 : null };
}
