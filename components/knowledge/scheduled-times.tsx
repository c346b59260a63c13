import { useTranslations } from "next-intl";
import { formatClock, formatDate, formatExact } from "@/lib/time";
import { useReader } from "../layout/console-context";
import type { Schedule } from "./use-publication";

type TimedVersion = Schedule & { state: string };

/** When a draft goes out by itself and when a text ends, if either is set. */
export function ScheduledTimes({ times }: { times: TimedVersion | null | undefined }) {
  const t = useTranslations("knowledge.schedule");
  const reader = useReader();
  const goesOut = times?.state === "published" ? null : times?.publishAt;
  const shown = (at: Date) => `${formatDate(at, new Date(), reader)} ${formatClock(at, reader)}`;
  const lines = [
    goesOut && { at: goesOut, words: t("goesOut", { time: shown(goesOut) }) },
    times?.expireAt && { at: times.expireAt, words: t("ends", { time: shown(times.expireAt) }) },
  ].filter((line) => line instanceof Object);
  return lines.map(({ at, words }) => (
    <time key={words} dateTime={at.toISOString()} title={formatExact(at, reader)} className="text-12 text-muted">
      {words}
    </time>
  ));
}
