import { cx } from "class-variance-authority";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Upload } from "./use-uploads";

/** The files that go with the next message. */
export function UploadList({ uploads, onRemove }: { uploads: readonly Upload[]; onRemove: (key: string) => void }) {
  const t = useTranslations("conversations.attachment");
  const errors = useTranslations("errors");
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t("chosen")} className="flex flex-wrap gap-1.5 px-3 pb-1">
      {uploads.map(({ key, name, state, code }) => (
        <li
          key={key}
          className={cx(
            "flex h-7 max-w-full items-center gap-1.5 rounded-chip border pl-2 text-12",
            state === "failed" ? "border-danger text-danger" : "border-line text-muted",
          )}
        >
          <span className="min-w-0 truncate">{name}</span>
          {state === "sending" && <span>{t("sending")}</span>}
          {state === "failed" && <span role="alert">{errors.has(code) ? errors(code) : t("failed")}</span>}
          <button
            type="button"
            aria-label={t("remove", { name })}
            onClick={() => onRemove(key)}
            className="grid size-7 place-items-center rounded-chip hover:bg-hover"
          >
            <X size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
