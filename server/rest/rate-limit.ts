import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "@/db/client";
import { env } from "@/lib/env";
import { rateLimited } from "@/server/errors";
import { getSettings } from "@/server/settings/get-settings";

const LIMITS = {
  sessions: { setting: "sessionsPerMinute", seconds: 60 },
  messages: { setting: "messagesPerMinute", seconds: 60 },
  tickets: { setting: "ticketsPerHour", seconds: 3600 },
} as const;

const limiters = new Map<string, RateLimiterMemory>();

/** The address the front door (or the platform's proxy) saw. */
export function clientAddress(request: { headers: Pick<Headers, "get"> }): string {
  return request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
}

/**
 * Counts one use by a caller (a token's owner or an address). Counters live in this process.
 * @throws ServiceError rate_limited with the seconds to wait.
 */
export async function limitRate(db: Database, kind: keyof typeof LIMITS, caller: string): Promise<void> {
  if (env().RATE_LIMITS === "off") return;
  const { setting, seconds } = LIMITS[kind];
  const points = (await getSettings(db, "limits"))[setting];
  const name = `${kind}:${points}`;
  const limiter = limiters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  limiters.set(name, limiter);
  try {
    await limiter.consume(caller);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    throw refusal;
  }
}
