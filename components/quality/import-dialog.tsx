"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type RouterOutputs, useTRPC } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { IMPORT_LIMIT } from "@/lib/contracts/evaluation";
import { isLocale } from "@/lib/i18n";
import { useErrorWords } from "../knowledge/use-error-words";

type Report = RouterOutputs["quality"]["importCases"];

/** Adds the cases of a file and says which rows could not be taken. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("quality.import");
  const shared = useTranslations("shared");
  const [form, own, words] = [useId(), useLocale(), useErrorWords()];
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const [refused, setRefused] = useState<string | null>(null);
  const read = useMutation(
    trpc.quality.importCases.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.quality.pathKey() }),
      onError: (failure) => setRefused(words(failure)),
    }),
  );
  const send = async (file: File | null) => {
    const text = (await file?.text()) ?? "";
    if (!file || text === "") return setRefused(t("noFile"));
    if (text.length > IMPORT_LIMIT) return setRefused(t("tooLarge"));
    setRefused(null);
    read.mutate({ name: file.name, text, locale: isLocale(own) ? own : "zh" });
  };
  const done = read.data;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      closeLabel={shared("close")}
      footer={
        done ? (
          <Button variant="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <Button type="submit" form={form} variant="primary" pending={read.isPending}>
            {t("send")}
          </Button>
        )
      }
    >
      {done ? (
        <ImportReport report={done} />
      ) : (
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            const file = new FormData(event.currentTarget).get("file");
            void send(file instanceof File ? file : null);
          }}
        >
          <Field label={t("file")} hint={t("hint")} error={refused ?? undefined} required>
            {(control) => <Input {...control} type="file" name="file" accept=".csv,.jsonl,.ndjson,text/csv" />}
          </Field>
        </form>
      )}
    </Dialog>
  );
}

function ImportReport({ report: { added, refused } }: { report: Report }) {
  const t = useTranslations("quality.import");
  const errors = useTranslations("errors");
  const reasonOf = (reason: string) =>
    t.has(`reason.${reason}`) ? t(`reason.${reason as "not_csv"}`) : errors.has(reason) ? errors(reason) : reason;
  return (
    <div className="text-13">
      <p role="status">{t("added", { count: added })}</p>
      {refused.length > 0 && (
        <>
          <p className="pt-3 pb-1 text-muted">{t("refused", { count: refused.length })}</p>
          <ul className="divide-y divide-line border-line border-t">
            {refused.map(({ origin, reason }) => (
              <li key={origin} className="flex justify-between gap-3 py-1">
                <span className="min-w-0 truncate">{origin}</span>
                <span className="shrink-0 text-danger">{reasonOf(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
