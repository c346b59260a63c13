"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { ErrorState } from "../shared/error-state";
import { serviceErrorOf } from "../shared/service-error";
import { Button } from "../ui/button";
import { rightsOn } from "./conversation-rights";
import { HandoffCard } from "./handoff-card";
import { QuestionChecklist } from "./question-checklist";
import { ThreadActions } from "./thread-actions";
import { ThreadFoot } from "./thread-foot";
import { ThreadHeader } from "./thread-header";
import { ThreadLog } from "./thread-log";
import { ThreadSkeleton } from "./thread-skeleton";
import type { ComposerHandle } from "./use-composer";
import { useFailureWords, useResolve } from "./use-conversation-actions";
import { useMarkRead } from "./use-mark-read";
import { useThread } from "./use-thread";

type Props = {
  conversationId: string;
  lostTo: string | null;
  taking: boolean;
  onTake: () => void;
  onNext: (() => void) | null;
  onBack: () => void;
  onPanel: () => void;
  composer: Ref<ComposerHandle>;
};

function Failed({ error, onRetry, onBack }: { error: unknown; onRetry: () => void; onBack: () => void }) {
  const t = useTranslations("conversations.thread");
  const words = useFailureWords();
  const gone = serviceErrorOf(error).httpStatus === 404;
  return (
    <ErrorState
      title={gone ? t("gone") : t("failed")}
      body={gone ? t("goneBody") : words(error)}
      action={gone ? <Button onClick={onBack}>{t("toList")}</Button> : <Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}

function UndoResolve({ onUndo }: { onUndo: () => void }) {
  const t = useTranslations("shared.toast");
  return (
    <>
      {" · "}
      <button type="button" onClick={onUndo} className="text-accent underline-offset-2 hover:underline">
        {t("undo")}
      </button>
    </>
  );
}

/** One conversation: header, log, foot. Mount it per conversation (`key`). */
export function ThreadPane({ conversationId, lostTo, taking, onTake, onNext, onBack, onPanel, composer }: Props) {
  const [trpc, me] = [useTRPC(), useMe()];
  const head = useQuery(trpc.conversations.get.queryOptions({ conversationId }));
  const thread = useThread(conversationId);
  const resolving = useResolve();
  useMarkRead(conversationId, thread.data?.messages.at(-1)?.seq ?? 0);
  const failed = (head.error && !head.data) || (thread.error && !thread.data);
  if (failed) {
    const retry = () => Promise.all([head.refetch(), thread.refetch()]).then(() => undefined);
    return <Failed error={head.error ?? thread.error} onRetry={retry} onBack={onBack} />;
  }
  if (!head.data || !thread.data) return <ThreadSkeleton />;
  const conversation = head.data;
  const rights = rightsOn(conversation, me);
  return (
    <div className="flex h-full flex-col">
      <ThreadHeader conversation={conversation} onBack={onBack}>
        <ThreadActions
          conversation={conversation}
          rights={rights}
          resolving={resolving.pending}
          onResolve={(reason) => resolving.resolve(conversationId, reason)}
          onPanel={onPanel}
        />
      </ThreadHeader>
      {conversation.handoff && (
        <HandoffCard
          handoff={conversation.handoff}
          lang={conversation.locale}
          fresh={
            !thread.data.messages.some((message) => message.kind === "outgoing" && message.sender.type === "agent")
          }
        />
      )}
      <QuestionChecklist conversation={conversation} may={rights.resolve} />
      <ThreadLog
        conversation={conversation}
        thread={thread.data}
        loadingOlder={thread.loadingOlder}
        onOlder={thread.loadOlder}
        undo={conversation.undoable ? <UndoResolve onUndo={() => resolving.undo(conversationId)} /> : null}
      />
      <ThreadFoot
        conversation={conversation}
        rights={rights}
        lostTo={lostTo}
        taking={taking}
        onTake={onTake}
        onNext={onNext}
        composer={composer}
      />
    </div>
  );
}
