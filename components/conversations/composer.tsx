"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type Ref, useRef } from "react";
import { MESSAGE_LIMIT } from "@/lib/contracts/conversations";
import { ComposerFoot } from "./composer-foot";
import { UploadList } from "./upload-list";
import { type ComposerHandle, type ComposerMode, useComposer, type Written } from "./use-composer";
import { useSendKey } from "./use-send-key";

type Props = {
  ref?: Ref<ComposerHandle>;
  conversationId: string;
  /** The name under which this browser keeps the text. */
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
  if (modes.length < 2) return null;
  return (
    <div className="flex gap-4 px-3 pt-1">
      {modes.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === mode}
          onClick={() => onMode(one)}
          className={cx(
            "min-h-8 border-b-2 pointer-coarse:min-h-11",
            one === mode ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
          )}
        >
          {t(`mode.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** Files from the clipboard become attachments; text is pasted as ever. */
function takeFiles(event: ClipboardEvent, add: (files: readonly File[]) => void): void {
  const pasted = [...event.clipboardData.files];
  if (pasted.length === 0) return;
  event.preventDefault();
  add(pasted);
}

/** Where agents write: reply or note, Markdown by buttons, files; the text is kept and goes out with Enter. */
export function Composer({ ref, conversationId, draftName, modes, mode, onMode, onSend, onTyping }: Props) {
  const t = useTranslations("conversations.composer");
  const field = useRef<HTMLTextAreaElement>(null);
  const composer = useComposer({ handle: ref, field, conversationId, draftName, mode, onSend });
  const { draft, files } = composer;
  return (
    <div className={cx("border-line border-t", mode === "note" ? "bg-warning-soft" : "bg-surface")}>
      <ModeTabs modes={modes} mode={mode} onMode={onMode} />
      <textarea
        ref={field}
        rows={2}
        value={draft.text}
        aria-label={t(`label.${mode}`)}
        aria-invalid={composer.length > MESSAGE_LIMIT || undefined}
        placeholder={t(`placeholder.${mode}`)}
        onChange={(event) => {
          draft.change(event.target.value);
          if (!draft.isComposing()) onTyping();
        }}
        onCompositionStart={draft.onCompositionStart}
        onCompositionEnd={draft.onCompositionEnd}
        onKeyDown={useSendKey(composer.send)}
        onPaste={(event) => takeFiles(event, files.add)}
        className="field-sizing-content -outline-offset-2 block max-h-[168px] min-h-14 w-full resize-none bg-transparent px-3 py-2 text-14"
      />
      <UploadList uploads={files.uploads} onRemove={files.remove} />
      <ComposerFoot composer={composer} mode={mode} />
    </div>
  );
}
