import type { AttachmentView } from "@/lib/contracts/conversations";
import { formatBytes } from "@/lib/format";
import { useChatSetting } from "./chat-context";

/** Files of a message: images as they are, in reserved space; others by name and size. */
export function MessageFiles({ files }: { files: readonly AttachmentView[] }) {
  const { words, locale } = useChatSetting();
  if (files.length === 0) return null;
  return (
    <ul aria-label={words.attach.list} className="mt-2 flex flex-col gap-2">
      {files.map(({ id, name, type, bytes, url }) => (
        <li key={id}>
          {type.startsWith("image/") ? (
            <a href={url} target="_blank" rel="noreferrer">
              <img src={url} alt={name} loading="lazy" className="h-40 max-w-full rounded-control object-contain" />
            </a>
          ) : (
            <a href={url} download={name} className="text-accent underline underline-offset-2">
              {name} <span className="text-12 text-muted">{formatBytes(bytes, locale)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
