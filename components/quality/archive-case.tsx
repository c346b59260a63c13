"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";
import type { GoldenCase } from "@/lib/contracts/evaluation";
import { useErrorWords } from "../knowledge/use-error-words";

/** Takes cases out of the golden set; each can be brought back for some seconds. */
export function useArchive(): { archive: (row: GoldenCase) => void; pendingId: string | null } {
  const t = useTranslations("quality.cases");
  const [trpc, cache, words] = [useTRPC(), useQueryClient(), useErrorWords()];
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.quality.pathKey() });
  const onError = (failure: unknown) => void showToast({ message: words(failure) });
  const { mutate, mutateAsync, isPending, variables } = useMutation(
    trpc.quality.archiveCase.mutationOptions({ onSuccess, onError }),
  );
  const archive = async ({ id: caseId }: GoldenCase) => {
    await mutateAsync({ caseId, archived: true }).then(
      () => showToast({ message: t("archived"), onUndo: () => mutate({ caseId, archived: false }) }),
      () => undefined,
    );
  };
  return { archive: (row) => void archive(row), pendingId: isPending ? (variables?.caseId ?? null) : null };
}

/** Takes a case out, at the end of its row. */
export function ArchiveCase({ row }: { row: GoldenCase }) {
  const t = useTranslations("quality.cases");
  const { archive, pendingId } = useArchive();
  return (
    <Button
      size={28}
      variant="link"
      className="text-12"
      pending={pendingId === row.id}
      onClick={() => archive(row)}
      aria-label={t("archiveNamed", { question: row.question })}
    >
      {t("archive")}
    </Button>
  );
}
