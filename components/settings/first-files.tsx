"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button, buttonStyles } from "@/components/ui/button";
import { FIRST_FILES_BYTES } from "@/lib/contracts/setup";
import { type ImportReport, NOTHING_IMPORTED, sumReports, toBatches } from "./import-batches";
import { PublishButton } from "./publish-button";
import { useSave } from "./use-save";

const COMMAND = "npm run knowledge:import -- PATH";
const TYPES = ".md,.markdown,.csv,.json,.jsonl,.ndjson";
const SHOWN_REFUSALS = 5;

/** A folder or files of articles; published as they are read, with a report of what was refused. */
export function FirstFiles({ onPublished }: { onPublished: () => void }) {
  const t = useTranslations("setup.knowledge.files");
  const client = useTRPCClient();
  const save = useSave();
  const [chosen, setChosen] = useState<File[]>([]);
  const [report, setReport] = useState<ImportReport | null>(null);
  const publish = async () => {
    const total = await save.run(async () => {
      const { batches, refused } = await toBatches(chosen, FIRST_FILES_BYTES);
      let sum: ImportReport = { ...NOTHING_IMPORTED, refused };
      for (const files of batches) sum = sumReports(sum, await client.settings.importFirstFiles.mutate({ files }));
      return sum;
    });
    if (!total) return;
    if (total.refused.length > 0 || total.created + total.updated + total.unchanged === 0) setReport(total);
    else onPublished();
  };
  if (report) return <Report report={report} onNext={onPublished} onAgain={() => setReport(null)} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-13 text-muted">{t("description")}</p>
      <div className="flex flex-wrap gap-2">
        <Picker label={t("chooseFolder")} folder onChoose={setChosen} />
        <Picker label={t("chooseFiles")} onChoose={setChosen} />
      </div>
      <p role="status" className="text-13">
        {t("chosen", { count: chosen.length })}
      </p>
      {chosen.length > 0 && (
        <PublishButton label={t("submit")} error={save.error} pending={save.pending} onClick={publish} />
      )}
      <p className="text-12 text-muted">
        {t("command")} <code className="select-all whitespace-nowrap font-mono text-text">{COMMAND}</code>
      </p>
    </div>
  );
}

function Picker(props: { label: string; folder?: boolean; onChoose: (files: File[]) => void }) {
  const { label, folder = false, onChoose } = props;
  const id = useId();
  return (
    <span className="relative">
      <input
        id={id}
        type="file"
        multiple
        accept={folder ? undefined : TYPES}
        {...(folder && { webkitdirectory: "" })}
        className="peer absolute inset-0 opacity-0"
        onChange={(event) => onChoose([...(event.target.files ?? [])].filter(({ name }) => !name.startsWith(".")))}
      />
      <label
        htmlFor={id}
        className={buttonStyles({
          size: 40,
          className:
            "relative cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2",
        })}
      >
        {label}
      </label>
    </span>
  );
}

function Report(props: { report: ImportReport; onNext: () => void; onAgain: () => void }) {
  const { report, onNext, onAgain } = props;
  const t = useTranslations("setup.knowledge.files");
  const published = report.created + report.updated + report.unchanged;
  return (
    <div className="flex flex-col gap-3 text-13">
      <p role="status" className="font-semibold text-14">
        {t("published", { count: published })}
      </p>
      {report.refused.length > 0 && <p>{t("refused", { count: report.refused.length })}</p>}
      <ul className="flex flex-col gap-1 text-muted">
        {report.refused.slice(0, SHOWN_REFUSALS).map(({ origin, reason }) => (
          <li key={`${origin} ${reason}`} className="break-words">
            <span className="font-mono text-text">{origin}</span>{" "}
            {t.has(`reasons.${reason}`) ? t(`reasons.${reason}`) : t("reasons.other")}
          </li>
        ))}
      </ul>
      {report.refused.length > SHOWN_REFUSALS && (
        <p className="text-muted">{t("more", { count: report.refused.length - SHOWN_REFUSALS })}</p>
      )}
      <div className="flex gap-2">
        {published > 0 && (
          <Button variant="primary" size={40} onClick={onNext}>
            {t("next")}
          </Button>
        )}
        <Button size={40} onClick={onAgain}>
          {t("again")}
        </Button>
      </div>
    </div>
  );
}
