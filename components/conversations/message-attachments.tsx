import { FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { AttachmentView } from "@/lib/contracts/conversations";
import { formatBytes } from "@/lib/format";

/** Files of a message: images as they are (space reserved), others by name, kind and size. */
export function MessageAttachments({ attachments }: { attachments: readonly AttachmentView[] }) {
  const [t, locale] = [useTranslations("conversations.attachment"), useLocale()];
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={t("list")} className="mt-1 flex flex-col gap-1">
      {attachments.map(({ id, name, type, bytes, url }) => (
        <li key={id}>
          {type.startsWith("image/") ? (
            <a href={url} target="_blank" rel="noreferrer" className="block">
              <img
                src={url}
                alt={name}
                loading="lazy"
                className="h-40 max-w-full rounded-control border border-line object-contain"
              />
            </a>
          ) : (
            <a
              href={url}
              download={name}
              className="inline-flex max-w-full items-center gap-2 rounded-control border border-line bg-surface px-2 py-1 hover:bg-hover"
            >
              <FileText size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
              <span className="min-w-0 truncate">{name}</span>
              <span className="shrink-0 text-12 text-muted">{formatBytes(bytes, locale)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
