"use client";

import { Bold, Link, List, type LucideIcon, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "../ui/icon-button";
import type { MarkdownMark } from "./markdown-edit";

const MARKS: { mark: MarkdownMark; icon: LucideIcon }[] = [
  { mark: "bold", icon: Bold },
  { mark: "list", icon: List },
  { mark: "link", icon: Link },
];

/** Markdown by buttons, and files. */
export function ComposerTools({
  onMark,
  onFiles,
}: {
  onMark: (mark: MarkdownMark) => void;
  onFiles: (files: readonly File[]) => void;
}) {
  const t = useTranslations("conversations.composer");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {MARKS.map(({ mark, icon }) => (
        <IconButton
          key={mark}
          size={28}
          icon={icon}
          label={t(mark)}
          // Keeps focus and selection in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMark(mark)}
        />
      ))}
      <IconButton size={28} icon={Paperclip} label={t("attach")} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
