"use client";

import { useEffect, useState } from "react";
import { formatExact, formatSeparator } from "@/lib/time";

export interface LocalTimeProps {
  /** ISO instants. */
  at: string;
  now: string;
  locale: string;
  /** The company's zone: what the page says until the reader's own is known. */
  timeZone: string;
}

/** A time on the reader's clock; on the company's without JavaScript. */
export function LocalTime({ at, now, locale, timeZone }: LocalTimeProps) {
  const [zone, setZone] = useState(timeZone);
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const reader = { locale, timeZone: zone };
  return (
    <time dateTime={at} title={formatExact(new Date(at), reader)}>
      {formatSeparator(new Date(at), new Date(now), reader)}
    </time>
  );
}
