"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { useReader } from "../layout/console-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { Schedule, usePublication } from "./use-publication";
import { fromWallTime, toWallTime } from "./wall-time";

export interface ScheduleDialogProps {
  times: Schedule;
  /** Whether the draft goes out by itself as it is. */
  scheduled: boolean;
  publication: ReturnType<typeof usePublication>;
  onClose: () => void;
}

/** When the draft goes out and when its text ends, on the company's clocks. */
export function ScheduleDialog({ times, scheduled, publication, onClose }: ScheduleDialogProps) {
  const t = useTranslations("knowledge.schedule");
  const shared = useTranslations("shared");
  const form = useId();
  const { timeZone } = useReader();
  const wall = (at: Date | null) => (at ? toWallTime(at, timeZone) : "");
  async function store(next: Schedule): Promise<void> {
    if (await publication.schedule(next)) onClose();
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const instant = (name: string) => fromWallTime(String(data.get(name)), timeZone);
    void store({ publishAt: instant("publishAt"), expireAt: instant("expireAt") });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("zone", { zone: timeZone })}
      closeLabel={shared("close")}
      footer={
        <>
          {scheduled && (
            <Button onClick={() => void store({ publishAt: null, expireAt: times.expireAt })}>{t("remove")}</Button>
          )}
          <Button type="submit" form={form} variant="primary" pending={publication.pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("publishAt")} hint={t("publishHint")}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              name="publishAt"
              defaultValue={scheduled ? wall(times.publishAt) : ""}
            />
          )}
        </Field>
        <Field label={t("expireAt")} hint={t("expireHint")} error={publication.problem}>
          {(control) => (
            <Input {...control} type="datetime-local" name="expireAt" defaultValue={wall(times.expireAt)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
