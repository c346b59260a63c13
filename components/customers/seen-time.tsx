"use client";

import { useReader } from "@/components/layout/console-context";
import { Time } from "@/components/shared/time";
import { useNow } from "@/components/shared/use-now";

const MINUTE_MS = 60_000;

/** A time on the company's clock, relative while it is fresh; the server and the first render say the date. */
export function SeenTime({ at, style }: { at: string; style?: "relative" | "date" }) {
  const reader = useReader();
  const now = useNow(MINUTE_MS);
  const shown = now === null ? "date" : (style ?? "relative");
  return <Time at={new Date(at)} now={new Date(now ?? at)} style={shown} {...reader} />;
}
