"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { DismissReason } from "@/lib/contracts/gaps";
import { useAttempt } from "../knowledge/use-attempt";
import { useErrorWords } from "../knowledge/use-error-words";
import { useTRPC, useTRPCClient } from "../layout/trpc-client";
import { showToast } from "../ui/toast-store";
import type { GapDetail } from "./gap-types";
import type { Choice } from "./gap-view";

export type Decision = ReturnType<typeof useDecision>;

/** What a person can decide about a suggestion. `problem` says why the last decision was refused. */
export function useDecision(gap: GapDetail, choice: Choice, onDone: () => void) {
  const t = useTranslations("gaps.done");
  const words = useErrorWords();
  const router = useRouter();
  const [trpc, { gaps: calls }, cache] = [useTRPC(), useTRPCClient(), useQueryClient()];
  const attempt = useAttempt(() => {
    void cache.invalidateQueries({ queryKey: trpc.gaps.pathKey() });
    cache.removeQueries({ queryKey: trpc.knowledge.pathKey(), type: "inactive" });
  });
  const { id: gapId, version, title } = gap;
  const run = async (job: () => Promise<unknown>) => !attempt.pending && attempt.run(job);
  const seen = { gapId, version, questions: [...choice.questions] };
  return {
    problem: attempt.problem,
    pending: attempt.pending,
    publish: async (into?: string) => {
      const { categoryId } = choice;
      const questions = into && gap.suggestion ? [gap.suggestion.title, ...seen.questions] : seen.questions;
      const articleVersionId = into ? undefined : gap.extended?.versionId;
      if (!(await run(() => calls.publish.mutate({ ...seen, questions, categoryId, articleVersionId, into })))) return;
      showToast({ message: t("published", { title }) });
      onDone();
    },
    edit: () =>
      run(async () => {
        const { articleId } = await calls.draft.mutate(seen);
        router.push(`/knowledge/${articleId}?lang=${gap.locale}`);
      }),
    dismiss: async (reason: DismissReason) => {
      if (!(await run(() => calls.dismiss.mutate({ gapId, version, reason })))) return;
      const undo = () =>
        calls.reopen.mutate({ gapId }).then(
          () => cache.invalidateQueries({ queryKey: trpc.gaps.pathKey() }),
          (error: unknown) => showToast({ message: words(error) }),
        );
      showToast({ message: t("dismissed", { title }), onUndo: () => void undo() });
      onDone();
    },
    reopen: () => run(() => calls.reopen.mutate({ gapId })),
  };
}
