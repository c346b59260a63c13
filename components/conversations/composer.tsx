"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type Ref, useImperativeHandle, useRef } from "react";
import { MESSAGE_LIMIT } from "@/lib/contracts/conversations";
import { Button } from "../ui/button";
import { ComposerTools } from "./composer-tools";
import { applyMark, type MarkdownMark, type Selection } from "./markdown-edit";
import { UploadList } from "./upload-list";
import { useDraft } from "./use-draft";
import { useSendKey, useSendKeySwitch } from "./use-send-key";
import { useUploads } from "./use-uploads";

export type ComposerMode = "outgoing" | "note";
export type ComposerHandle = { insert: (text: string) => void; focus: () => void };
export type Written = { kind: ComposerMode; text: string; attachmentIds: string[] };

const COUNT_FROM = MESSAGE_LIMIT - 200;

type Props = {
  ref?: Ref<ComposerHandle>;
  conversationId: string;
  draftName: string;
  /** What may be written here; one entry shows no tabs. */
  modes: readonly ComposerMode[];
  mode: ComposerMode;
  onMode: (mode: ComposerMode) => void;
  onSend: (written: Written) => void;
  onTyping: () => void;
};

function ModeTabs({ modes, mode, onMode }: Pick<Props, "modes" | "mode" | "onMode">) {
  const t = useTranslations("conversations.composer");
  return (
    <div className="flex gap-4 px-3 pt-2">
      {modes.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === mode}
          onClick={() => onMode(one)}
          className={cx(
            "-mb-px border-b-2 py-1 pointer-coarse:min-h-11",
            one === mode ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
          )}
        >
          {t(`mode.${one}`)}
        </button>
      ))}
    </div>
  );
}

function filesOf(event: ClipboardEvent): File[] {
  return [...event.clipboardData.files];
}

/** Where agents write: reply or note, Markdown by buttons, files; the text is kept and goes out with Enter. */
export function Composer({ ref, conversationId, draftName, modes, mode, onMode, onSend, onTyping }: Props) {
  const t = useTranslations("conversations.composer");
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(draftName);
  const files = useUploads(conversationId);
  const [modOnly, setModOnly] = useSendKeySwitch();
  const length = [...draft.text.trim()].length;
  const sendable = files.ready && (length > 0 || files.ids.length > 0) && length <= MESSAGE_LIMIT;

  function replace({ text, start, end }: Selection): void {
    draft.change(text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    });
  }
  function selection(): Selection {
    const { selectionStart = draft.text.length, selectionEnd = draft.text.length } = field.current ?? {};
    return { text: draft.text, start: selectionStart, end: selectionEnd };
  }
  function send(): void {
    if (!sendable) return;
    const text = draft.text.trim() || files.uploads.map((one) => one.name).join(", ");
    onSend({ kind: mode, text, attachmentIds: files.ids });
    draft.change("");
    files.clear();
    field.current?.focus();
  }
  const onSendKey = useSendKey(send);
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (inserted) => {
      const { text, start, end } = selection();
      const gap = text.slice(0, start).trim() ? "\n\n" : "";
      const next = text.slice(0, start) + gap + inserted + text.slice(end);
      replace({ text: next, start: start + gap.length + inserted.length, end: start + gap.length + inserted.length });
    },
  }));

  return (
    <div className={cx("border-line border-t", mode === "note" ? "bg-warning-soft" : "bg-surface")}>
      {modes.length > 1 && <ModeTabs modes={modes} mode={mode} onMode={onMode} />}
      <textarea
        ref={field}
        rows={2}
        value={draft.text}
        aria-label={t(`label.${mode}`)}
        aria-invalid={length > MESSAGE_LIMIT || undefined}
        placeholder={t(`placeholder.${mode}`)}
        onChange={(event) => {
          draft.change(event.target.value);
          if (!draft.isComposing()) onTyping();
        }}
        onCompositionStart={draft.onCompositionStart}
        onCompositionEnd={draft.onCompositionEnd}
        onKeyDown={onSendKey}
        onPaste={(event) => {
          const pasted = filesOf(event);
          if (pasted.length === 0) return;
          event.preventDefault();
          files.add(pasted);
        }}
        className="field-sizing-content block max-h-[168px] min-h-14 w-full resize-none bg-transparent px-3 py-2 text-14 outline-none"
      />
      <UploadList uploads={files.uploads} onRemove={files.remove} />
      <div className="flex flex-wrap items-center gap-1 px-2 pb-2">
        <ComposerTools onMark={(mark: MarkdownMark) => replace(applyMark(selection(), mark))} onFiles={files.add} />
        <span className="ml-auto flex items-center gap-3">
          {length > COUNT_FROM && (
            <span
              role="status"
              className={cx("text-12 tabular-nums", length > MESSAGE_LIMIT ? "text-danger" : "text-muted")}
            >
              {t(length > MESSAGE_LIMIT ? "over" : "left", { count: Math.abs(MESSAGE_LIMIT - length) })}
            </span>
          )}
          <button
            type="button"
            onClick={() => setModOnly(!modOnly)}
            className="text-12 text-muted hover:text-text max-md:hidden"
          >
            {t(modOnly ? "modEnter" : "enter")}
          </button>
          <Button variant="primary" disabled={!sendable} onClick={send}>
            {t(mode === "note" ? "addNote" : "send")}
          </Button>
        </span>
      </div>
    </div>
  );
}
