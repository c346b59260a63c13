import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import type { SettingsOf } from "@/lib/contracts/settings";
import { hashField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { rateLimited } from "@/server/errors";
import { getSettings } from "@/server/settings/get-settings";
import type { SqlExecutor } from "@/server/sql";
import { countUses, type Use } from "./rate-counts";

type Setting = Exclude<keyof SettingsOf<"limits">, "addressFactor">;

/** Everything that is limited and counted in the database, so that the limits hold over all processes. */
export const LIMITS = {
  sessions: { setting: "sessionsPerMinute", seconds: 60 },
  conversations: { setting: "messagesPerMinute", seconds: 60 },
  messages: { setting: "messagesPerMinute", seconds: 60 },
  files: { setting: "filesPerMinute", seconds: 60 },
  /** What changes a conversation without a text: handoff, stop, feedback, rating, resolve, read. */
  actions: { setting: "actionsPerMinute", seconds: 60 },
  /** Judgements from pages without a session: votes on articles, ratings by link. */
  votes: { setting: "actionsPerMinute", seconds: 60 },
  tickets: { setting: "ticketsPerHour", seconds: 3600 },
  staff: { setting: "staffCallsPerMinute", seconds: 60 },
  resets: { setting: "resetsPerHour", seconds: 3600 },
} as const satisfies Record<string, { setting: Setting; seconds: number }>;

export type LimitKind = keyof typeof LIMITS;

/** Who calls: the token's owner where one is known, and the address; all without an address share one. */
export type Caller = { token?: string | null; address: string | null };

/**
 * Counts one use of a kind: by token, and by its address at `addressFactor` times as many, since an address may be a
 * whole office; a call without a token has its address for one. One small statement.
 * @throws ServiceError rate_limited with the seconds to wait.
 */
export async function limitRate(db: SqlExecutor, kind: LimitKind, { token, address }: Caller): Promise<void> {
  if (env().RATE_LIMITS === "off") return;
  const settings = await getSettings(db, "limits");
  const { setting, seconds } = LIMITS[kind];
  const points = settings[setting];
  const hidden = await hashField(`rate limit address:${address}`);
  const uses: Use[] = token
    ? [
        { caller: `${kind} token ${token}`, points, seconds },
        { caller: `${kind} around ${hidden}`, points: points * settings.addressFactor, seconds },
      ]
    : [{ caller: `${kind} address ${hidden}`, points, seconds }];
  const wait = await countUses(db, uses);
  if (wait > 0) throw rateLimited(wait);
}

const limiters = new Map<number, RateLimiterMemory>();

function limiterOf(points: number): RateLimiterMemory {
  const limiter = limiters.get(points) ?? new RateLimiterMemory({ keyPrefix: "", points, duration: 60 });
  limiters.set(points, limiter);
  return limiter;
}

/**
 * Counts one call of any kind by one caller, in this process: before the first query, so that a flood of bad tokens
 * never reaches the database. Reads have no other limit. They change nothing, so that with several processes a caller
 * may at most read that many times as often; it is not worth a write for every read.
 * @param settings as this process knows them; edge code uses those of its last claim.
 * @throws ServiceError rate_limited with the seconds to wait.
 */
export async function limitCalls(settings: SettingsOf<"limits">, { token, address }: Caller): Promise<void> {
  if (env().RATE_LIMITS === "off") return;
  const { callsPerMinute, addressFactor } = settings;
  const consumed = token
    ? limiterOf(callsPerMinute).consume(`token ${token}`)
    : limiterOf(callsPerMinute * addressFactor).consume(`address ${address}`);
  await consumed.catch((refusal: { msBeforeNext?: number }) => {
    if (typeof refusal.msBeforeNext !== "number") throw refusal;
    throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  });
}
