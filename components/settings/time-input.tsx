"use client";

import { Input } from "@/components/ui/input";

const MIDNIGHT = 24 * 60;

/** Minutes since midnight as HH:MM; the end of the day reads 23:59. */
function clockOf(minutes: number): string {
  const shown = minutes === MIDNIGHT ? MIDNIGHT - 1 : minutes;
  return `${String(Math.floor(shown / 60)).padStart(2, "0")}:${String(shown % 60).padStart(2, "0")}`;
}

function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** A time of day in minutes; 23:59 as an end means midnight. */
export function TimeInput(props: {
  label: string;
  minutes: number;
  end?: boolean;
  onChange: (minutes: number) => void;
}) {
  const { label, minutes, end = false, onChange } = props;
  return (
    <span className="w-32 max-sm:grow pointer-coarse:w-36">
      <Input
        type="time"
        aria-label={label}
        required
        value={clockOf(minutes)}
        onChange={(event) => {
          const value = minutesOf(event.target.value);
          if (value !== null) onChange(end && value === MIDNIGHT - 1 ? MIDNIGHT : value);
        }}
      />
    </span>
  );
}
