import { formatClock, formatDate, formatExact, formatRelative, type TimeReader } from "@/lib/time";

export interface TimeProps extends TimeReader {
  at: Date;
  /** The reader's present; passed in so that server and browser say the same. */
  now: Date;
  /** Relative under a day and date after it, hour and minute only, or the date only. */
  style?: "relative" | "clock" | "date";
  className?: string;
}

/** A time in short, the exact one in its title. */
export function Time({ at, now, style = "relative", className, ...reader }: TimeProps) {
  const short = {
    relative: () => formatRelative(at, now, reader),
    clock: () => formatClock(at, reader),
    date: () => formatDate(at, now, reader),
  }[style]();
  return (
    <time dateTime={at.toISOString()} title={formatExact(at, reader)} className={className}>
      {short}
    </time>
  );
}
