"use client";

import { useReader } from "@/components/layout/console-context";
import { useNow } from "@/components/shared/use-now";
import { formatSeparator } from "@/lib/time";

const MINUTE_MS = 60_000;

/** What the clock says where the customer is; ticks with the minute. */
export function TheirClock({ timeZone }: { timeZone: string }) {
  const { locale } = useReader();
  const now = useNow(MINUTE_MS);
  if (now === null) return <span>{timeZone}</span>;
  const at = new Date(now);
  return <span title={timeZone}>{formatSeparator(at, at, { locale, timeZone })}</span>;
}
