"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type SaveState, useLeaveWarning } from "./use-save";

/** The foot of a settings form: Save, what the server said, and whether something is still unsaved. */
export function SaveBar({ save, dirty, label }: { save: SaveState; dirty: boolean; label?: string }) {
  const t = useTranslations("settings");
  const format = useFormatter();
  useLeaveWarning(dirty);
  const saved =
    save.savedAt && t("saved", { time: format.dateTime(save.savedAt, { timeStyle: "short", hourCycle: "h23" }) });
  return (
    <div className="flex flex-wrap items-center gap-3 pt-2">
      <Button type="submit" variant="primary" pending={save.pending}>
        {label ?? t("save")}
      </Button>
      <p role="status" className="text-13 text-muted">
        {dirty ? t("unsaved") : saved}
      </p>
      {save.error !== null && (
        <p role="alert" className="w-full text-13 text-danger">
          {save.error}
        </p>
      )}
    </div>
  );
}
