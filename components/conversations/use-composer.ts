"use client";

import { type Ref, type RefObject, useImperativeHandle } from "react";
import { MESSAGE_LIMIT } from "@/lib/contracts/conversations";
import { applyMark, type MarkdownMark, type Selection } from "./markdown-edit";
import { useDraft } from "./use-draft";
import { useUploads } from "./use-uploads";

export type ComposerMode = "outgoing" | "note";
/** What other parts of the screen may do to the composer. */
export type ComposerHandle = { insert: (text: string) => void; focus: () => void };
export type Written = { kind: ComposerMode; text: string; attachmentIds: string[] };

type Options = {
  handle?: Ref<ComposerHandle>;
  field: RefObject<HTMLTextAreaElement | null>;
  conversationId: string;
  draftName: string;
  mode: ComposerMode;
  onSend: (written: Written) => void;
};

/** The text being written with its selection, its files, and when it may go out. */
export function useComposer({ handle, field, conversationId, draftName, mode, onSend }: Options) {
  const draft = useDraft(draftName);
  const files = useUploads(conversationId);
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
    const text = draft.text.trim() || files.uploads.flatMap(({ id, name }) => (id ? [name] : [])).join(", ");
    onSend({ kind: mode, text, attachmentIds: files.ids });
    draft.change("");
    files.clear();
    field.current?.focus();
  }
  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus(),
    insert: (inserted) => {
      const { text, start, end } = selection();
      const gap = text.slice(0, start).trim() ? "\n\n" : "";
      const caret = start + gap.length + inserted.length;
      replace({ text: text.slice(0, start) + gap + inserted + text.slice(end), start: caret, end: caret });
    },
  }));
  return { draft, files, length, sendable, send, mark: (mark: MarkdownMark) => replace(applyMark(selection(), mark)) };
}
