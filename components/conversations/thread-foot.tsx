"use client";

import { useTranslations } from "next-intl";
import { type Ref, useState } from "react";
import { realtimeChannels } from "@/lib/realtime-channels";
import { useMe } from "../layout/console-context";
import { useShortcuts } from "../shared/use-shortcuts";
import { Button } from "../ui/button";
import { Composer } from "./composer";
import type { ConversationRights } from "./conversation-rights";
import type { ConversationDetail } from "./conversation-types";
import { useOutbox } from "./outbox-provider";
import type { ComposerHandle, ComposerMode } from "./use-composer";
import { useTypingSignal } from "./use-typing-signal";

type Props = {
  conversation: ConversationDetail;
  rights: ConversationRights;
  /** Who was faster, when one tried to take this conversation. */
  lostTo: string | null;
  taking: boolean;
  onTake: () => void;
  onNext: (() => void) | null;
  composer: Ref<ComposerHandle>;
};

/** Nobody holds it: the composer is one button. */
function TakeBar({ taking, onTake }: { taking: boolean; onTake: () => void }) {
  const t = useTranslations("conversations.take");
  return (
    <div className="border-line border-t bg-surface p-3">
      <Button variant="primary" size={40} pending={taking} onClick={onTake} className="w-full">
        {t("action")}
      </Button>
    </div>
  );
}

/** Why there is no reply here, and where the work is. */
function StateBar({ words, onNext }: { words: string; onNext: (() => void) | null }) {
  const t = useTranslations("conversations.take");
  return (
    <p role="status" className="flex min-h-11 shrink-0 items-center gap-3 border-line border-t bg-sunken px-4 py-2">
      <span className="min-w-0 grow">{words}</span>
      {onNext && <Button onClick={onNext}>{t("next")}</Button>}
    </p>
  );
}

function useStateWords({ conversation, rights, lostTo }: Pick<Props, "conversation" | "rights" | "lostTo">) {
  const t = useTranslations("conversations.take");
  const { status, assigneeName } = conversation;
  if (rights.reply) return null;
  if (lostTo !== null) return t("lost", { name: lostTo || (assigneeName ?? "") });
  if (status === "resolved") return t("resolved");
  if (status === "assistant") return t("assistant");
  return assigneeName ? t("held", { name: assigneeName }) : null;
}

/** The foot of a thread: Take, the composer, or why there is only a note to write. */
export function ThreadFoot(props: Props) {
  const { conversation, rights, taking, onTake, onNext, composer } = props;
  const me = useMe();
  const outbox = useOutbox(conversation.id);
  const [wanted, setMode] = useState<ComposerMode>("outgoing");
  const modes: ComposerMode[] = rights.reply ? ["outgoing", "note"] : ["note"];
  const mode = rights.reply ? wanted : "note";
  const signal = useTypingSignal(
    rights.reply ? realtimeChannels.conversation(conversation.id, conversation.epoch) : null,
  );
  const words = useStateWords(props);
  function write(next: ComposerMode): void {
    setMode(next);
    if (composer && "current" in composer) composer.current?.focus();
  }
  useShortcuts({ r: () => rights.reply && write("outgoing"), n: () => rights.note && write("note") });
  if (rights.take) return <TakeBar taking={taking} onTake={onTake} />;
  return (
    <>
      {words && <StateBar words={words} onNext={onNext} />}
      {rights.note && (
        <Composer
          ref={composer}
          conversationId={conversation.id}
          draftName={`${me.id}.${conversation.id}`}
          modes={modes}
          mode={mode}
          onMode={setMode}
          onSend={outbox.send}
          onTyping={() => mode === "outgoing" && signal()}
        />
      )}
    </>
  );
}
