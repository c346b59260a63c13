"use client";

import { useEffect, useState } from "react";
import { minuteOfDay } from "@/lib/opening-week";

type LocalHoursProps = {
  /** Minutes since midnight in the company's zone. */
  from: number;
  to: number;
  /** Minutes the company's zone is ahead of UTC. */
  offset: number;
  words: string;
};

/** The same hours on the reader's clock; nothing when it is the company's. */
export function LocalHours({ from, to, offset, words }: LocalHoursProps) {
  const [shift, setShift] = useState(0);
  useEffect(() => setShift(-new Date().getTimezoneOffset() - offset), [offset]);
  if (shift === 0) return null;
  return <>{words.replace("{from}", minuteOfDay(from + shift)).replace("{to}", minuteOfDay(to + shift))}</>;
}
