"use client";

import { cx } from "class-variance-authority";
import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatWait } from "@/lib/time";
import { waitLevel } from "@/lib/wait-level";
import { useNow } from "./use-now";

const TONES = { normal: "text-muted", warning: "text-warning", late: "font-semibold text-danger" } as const;

/** How long a customer has waited, counting on its own: a clock from three quarters of the target, "late" past it. */
export function WaitTime({ since, className }: { since: string; className?: string }) {
  const t = useTranslations("shared.wait");
  const now = useNow();
  if (now === null) return <span className={cx("inline-block min-w-8", className)} />;
  const waited = now - Date.parse(since);
  const level = waitLevel(waited);
  return (
    <span className={cx("inline-flex items-center gap-1 text-12 tabular-nums", TONES[level], className)}>
      {level === "warning" && <Clock size={12} strokeWidth={1.75} aria-hidden />}
      <span className="sr-only">{t("waiting")}</span>
      {formatWait(waited)}
      {level === "late" && <span> {t("late")}</span>}
    </span>
  );
}
