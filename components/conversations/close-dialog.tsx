"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

type Props = { open: readonly string[]; onCancel: () => void; onClose: (reason: string) => void };

/** Asks why a conversation is closed although questions of it are open. */
export function CloseDialog({ open, onCancel, onClose }: Props) {
  const t = useTranslations("conversations.questions");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onClose(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onCancel()}
      title={t("closeTitle")}
      description={t("closeBody")}
      closeLabel={t("cancel")}
    >
      <ul className="mb-4 list-disc pl-5">
        {open.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("reason")} required>
          {(control) => <Textarea {...control} name="reason" rows={2} maxLength={500} required />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onCancel}>{t("cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("close")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
