"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { Shape } from "../ui/shape";
import { showToast } from "../ui/toast-store";
import type { ConversationDetail } from "./conversation-types";
import { useFailureWords, useRefreshConversation } from "./use-conversation-actions";

type Question = ConversationDetail["questions"][number];

/** The questions nobody has dealt with. */
export function unsettled(questions: readonly Question[]): Question[] {
  return questions.filter(({ state }) => state === "open" || state === "handed_over");
}

function Row({
  question,
  onSettle,
}: {
  question: Question;
  onSettle: ((state: "answered" | "dropped" | "open") => void) | null;
}) {
  const t = useTranslations("conversations.questions");
  const open = unsettled([question]).length > 0;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
      <Shape name={open ? "empty" : "full"} size={10} />
      <span className="min-w-0 grow [overflow-wrap:anywhere]">
        {question.text}{" "}
        <span className="text-12 text-muted">{t(`state.${question.left ? "left" : question.state}`)}</span>
      </span>
      {onSettle && open && (
        <span className="flex gap-1">
          <Button size={28} onClick={() => onSettle("answered")}>
            {t("answered")}
          </Button>
          <Button size={28} variant="quiet" onClick={() => onSettle("dropped")}>
            {t("dropped")}
          </Button>
        </span>
      )}
      {onSettle && !open && question.state !== "ticketed" && (
        <Button size={28} variant="quiet" onClick={() => onSettle("open")}>
          {t("reopen")}
        </Button>
      )}
    </li>
  );
}

/** The questions of a message that held several; an agent ticks them off. Open while one is unsettled. */
export function QuestionChecklist({ conversation, may }: { conversation: ConversationDetail; may: boolean }) {
  const t = useTranslations("conversations.questions");
  const trpc = useTRPC();
  const refresh = useRefreshConversation();
  const words = useFailureWords();
  const { id: conversationId, questions, locale } = conversation;
  const settle = useMutation(
    trpc.conversations.settleQuestion.mutationOptions({
      onError: (error) => {
        showToast({ message: words(error) });
      },
      onSettled: () => refresh(conversationId),
    }),
  );
  if (questions.length === 0) return null;
  const open = unsettled(questions).length;
  return (
    <details
      open={open > 0}
      className="max-h-[30%] max-md:max-h-[20%] shrink-0 overflow-y-auto border-line border-b bg-surface"
    >
      <summary className="px-4 py-2 font-semibold marker:text-faint pointer-coarse:py-3">
        {t("title", { open })}
      </summary>
      <ul lang={locale} className="px-4 pb-3">
        {questions.map((question) => (
          <Row
            key={question.id}
            question={question}
            onSettle={may ? (state) => settle.mutate({ conversationId, questionId: question.id, state }) : null}
          />
        ))}
      </ul>
    </details>
  );
}
