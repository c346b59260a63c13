"use client";

import { Bold, Heading2, Link, List, type LucideIcon, Table } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef } from "react";
import { BODY_LIMIT } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { isImeKey } from "../shared/ime";
import { IconButton } from "../ui/icon-button";
import { Label } from "../ui/label";
import { Textarea } from "../ui/textarea";
import { type ArticleMark, changedRange, markArticle } from "./block-edit";

const MARKS: { mark: ArticleMark; icon: LucideIcon; shortcut?: string }[] = [
  { mark: "heading", icon: Heading2 },
  { mark: "bold", icon: Bold, shortcut: "Ctrl B" },
  { mark: "link", icon: Link },
  { mark: "list", icon: List },
  { mark: "table", icon: Table },
];

export interface MarkdownFieldProps {
  locale: Locale;
  value: string;
  onChange: (value: string) => void;
}

/** Types a text over a stretch of a field, so that the browser's own undo takes it back. */
function typeOver(field: HTMLTextAreaElement, { from, to, text }: ReturnType<typeof changedRange>): void {
  field.focus();
  field.setSelectionRange(from, to);
  const typed = document.execCommand(text === "" ? "delete" : "insertText", false, text);
  if (!typed) field.setRangeText(text, from, to, "end");
}

/** The article's Markdown with buttons for its marks. Tab moves the focus on. */
export function MarkdownField({ locale, value, onChange }: MarkdownFieldProps) {
  const t = useTranslations("knowledge");
  const [id, field] = [useId(), useRef<HTMLTextAreaElement>(null)];
  function mark(name: ArticleMark): void {
    const area = field.current;
    if (!area) return;
    const before = { text: area.value, start: area.selectionStart, end: area.selectionEnd };
    const after = markArticle(before, name, [t("mark.column", { number: 1 }), t("mark.column", { number: 2 })]);
    if (after.text !== before.text) typeOver(area, changedRange(before.text, after.text));
    onChange(area.value);
    area.setSelectionRange(after.start, after.end);
  }
  function key(event: KeyboardEvent): void {
    if (isImeKey(event.nativeEvent) || !(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== "b") return;
    event.preventDefault();
    mark("bold");
  }
  const over = value.length - BODY_LIMIT;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between">
        <Label htmlFor={id}>{t("field.body")}</Label>
        <div role="toolbar" aria-label={t("mark.label")} className="flex gap-0.5">
          {MARKS.map(({ mark: name, icon, shortcut }) => (
            <IconButton
              key={name}
              size={28}
              icon={icon}
              label={t(`mark.${name}`)}
              shortcut={shortcut}
              // Keeps focus and selection in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => mark(name)}
            />
          ))}
        </div>
      </div>
      <Textarea
        ref={field}
        id={id}
        lang={locale}
        rows={16}
        value={value}
        aria-invalid={over > 0 || undefined}
        className="font-mono text-13 leading-[22px]"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={key}
      />
      {over > 0 && <p className="text-13 text-danger">{t("tooLong", { count: over })}</p>}
    </div>
  );
}
