"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { MESSAGE_LIMIT } from "@/lib/contracts/conversations";
import { Button } from "../ui/button";
import { ComposerTools } from "./composer-tools";
import type { ComposerMode, useComposer } from "./use-composer";
import { useSendKeySwitch } from "./use-send-key";

const COUNT_FROM = MESSAGE_LIMIT - 200;

function Counter({ length }: { length: number }) {
  const t = useTranslations("conversations.composer");
  if (length <= COUNT_FROM) return null;
  const over = length > MESSAGE_LIMIT;
  return (
    <span role="status" className={cx("text-12 tabular-nums", over ? "text-danger" : "text-muted")}>
      {t(over ? "over" : "left", { count: Math.abs(MESSAGE_LIMIT - length) })}
    </span>
  );
}

/** Markdown and files at the left; what Enter does and Send at the right. */
export function ComposerFoot({ composer, mode }: { composer: ReturnType<typeof useComposer>; mode: ComposerMode }) {
  const t = useTranslations("conversations.composer");
  const [modOnly, setModOnly] = useSendKeySwitch();
  return (
    <div className="flex flex-wrap items-center gap-1 px-2 pb-2">
      <ComposerTools onMark={composer.mark} onFiles={composer.files.add} />
      <span className="ml-auto flex items-center gap-3">
        <Counter length={composer.length} />
        <button
          type="button"
          onClick={() => setModOnly(!modOnly)}
          className="min-h-6 text-12 text-muted hover:text-text max-md:hidden"
        >
          {t(modOnly ? "modEnter" : "enter")}
        </button>
        <Button variant="primary" disabled={!composer.sendable} onClick={composer.send}>
          {t(mode === "note" ? "addNote" : "send")}
        </Button>
      </span>
    </div>
  );
}
