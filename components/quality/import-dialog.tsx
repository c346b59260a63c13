"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type RouterOutputs, useTRPC } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IMPORT_LIMIT } from "@/lib/contracts/evaluation";
import { isLocale } from "@/lib/i18n";
import { useErrorWords } from "../knowledge/use-error-words";
import { TextFileField } from "../settings/actions/text-file-field";

type Report = RouterOutputs["quality"]["importCases"];

const TYPES = ".csv,.jsonl,.ndjson,text/csv";
/** Stands before the line in the report. */
const NAME = "cases";

/** Adds the cases of a file and says which rows could not be taken. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("quality.import");
  const shared = useTranslations("shared");
  const [own, words] = [useLocale(), useErrorWords()];
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const [text, setText] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const read = useMutation(
    trpc.quality.importCases.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.quality.pathKey() }),
      onError: (failure) => setRefused(words(failure)),
    }),
  );
  const send = () => {
    if (text.trim() === "") return setRefused(t("noFile"));
    if (text.length > IMPORT_LIMIT) return setRefused(t("tooLarge"));
    setRefused(null);
    read.mutate({ name: NAME, text, locale: isLocale(own) ? own : "zh" });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={read.data ? undefined : t("hint")}
      closeLabel={shared("close")}
      footer={
        read.data ? (
          <Button variant="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <Button variant="primary" pending={read.isPending} onClick={send}>
            {t("send")}
          </Button>
        )
      }
    >
      {read.data ? (
        <ImportReport report={read.data} />
      ) : (
        <TextFileField words={{ file: t("file"), paste: t("paste") }} accept={TYPES} value={text} onChange={setText} />
      )}
      {refused && (
        <p role="alert" className="pt-2 text-13 text-danger">
          {refused}
        </p>
      )}
    </Dialog>
  );
}

function ImportReport({ report: { added, refused } }: { report: Report }) {
  const t = useTranslations("quality.import");
  const errors = useTranslations("errors");
  const reasonOf = (reason: string) =>
    t.has(`reason.${reason}`) ? t(`reason.${reason as "not_csv"}`) : errors.has(reason) ? errors(reason) : reason;
  const lineOf = (origin: string) => /:(\d+)$/.exec(origin)?.[1];
  return (
    <div className="text-13">
      <p role="status">{t("added", { count: added })}</p>
      {refused.length > 0 && (
        <>
          <p className="pt-3 pb-1 text-muted">{t("refused", { count: refused.length })}</p>
          <ul className="divide-y divide-line border-line border-t">
            {refused.map(({ origin, reason }) => (
              <li key={origin} className="flex justify-between gap-3 py-1">
                <span className="tabular-nums">{lineOf(origin) && t("line", { line: lineOf(origin) ?? "" })}</span>
                <span className="text-danger">{reasonOf(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
