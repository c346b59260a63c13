"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { isImeKey } from "../shared/ime";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { useToastClearance } from "../ui/use-toast-clearance";
import type { TicketDetail } from "./ticket-types";
import { type ComposerKind, useTicketComposer } from "./use-ticket-composer";

const KINDS: ComposerKind[] = ["reply", "note"];

/** Reply to the customer or note among staff; the note colours the whole composer. ⌘/Ctrl+Enter sends. */
export function TicketComposer({ ticket }: { ticket: TicketDetail }) {
  const t = useTranslations("tickets");
  const { draft, kind, setKind, then, setThen, send, failed, pending } = useTicketComposer(ticket);
  const isNote = kind === "note";
  const composer = useRef<HTMLElement>(null);
  useToastClearance(composer);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event) || event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    send();
  };
  const next = ticket.status === "new" ? (["pending", "on_hold", "resolved"] as const) : ticket.moves;
  return (
    <section
      ref={composer}
      aria-label={t("composer.tabs")}
      className={cx("border-line border-t px-4 py-3 md:px-6", isNote && "bg-warning-soft")}
    >
      <KindSwitch kind={kind} onChange={setKind} />
      <Textarea
        aria-label={t(`composer.${kind}`)}
        placeholder={t(`composer.${kind}Placeholder`)}
        rows={3}
        maxLength={10_000}
        value={draft.text}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onCompositionStart={draft.onCompositionStart}
        onCompositionEnd={draft.onCompositionEnd}
        onKeyDown={onKeyDown}
        className="max-h-48 pointer-coarse:text-16"
      />
      <div className="mt-2 flex flex-wrap items-center justify-end gap-2">
        {failed && (
          <p role="alert" className="mr-auto text-13 text-danger">
            {t("composer.failed")}
          </p>
        )}
        {!isNote && (
          <Select
            aria-label={t("composer.then")}
            className="!w-auto"
            value={then}
            onChange={(event) => setThen(next.find((status) => status === event.currentTarget.value) ?? "")}
            options={[
              { value: "", label: t("composer.keep") },
              ...next.map((status) => ({ value: status, label: `${t("composer.then")}: ${t(`status.${status}`)}` })),
            ]}
          />
        )}
        <Button variant={draft.text.trim() ? "primary" : "secondary"} pending={pending} onClick={send}>
          {pending ? t("composer.sending") : isNote ? t("composer.addNote") : t("composer.send")}
        </Button>
      </div>
    </section>
  );
}

function KindSwitch({ kind, onChange }: { kind: ComposerKind; onChange: (kind: ComposerKind) => void }) {
  const t = useTranslations("tickets.composer");
  return (
    <fieldset aria-label={t("tabs")} className="mb-2 flex gap-4">
      {KINDS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={kind === name}
          onClick={() => onChange(name)}
          className={cx(
            "min-h-7 border-b-2 text-13 pointer-coarse:min-h-11",
            kind === name ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
          )}
        >
          {t(name)}
        </button>
      ))}
    </fieldset>
  );
}
