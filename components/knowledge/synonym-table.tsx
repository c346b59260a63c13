"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SynonymGroup } from "@/lib/contracts/synonyms";
import type { Locale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { DataTable } from "../shared/data-table";
import { EmptyState } from "../shared/empty-state";
import { Button } from "../ui/button";
import { showToast } from "../ui/toast-store";
import { useErrorWords } from "./use-error-words";

type SynonymTableProps = {
  groups: readonly SynonymGroup[];
  locale: Locale;
  /** Absent for those who only read. */
  onEdit?: (group: SynonymGroup) => void;
  /** The button that adds a group, for the empty state. */
  add: ReactNode;
};

/** One group a row; a removed group can be brought back for some seconds. */
export function SynonymTable({ groups, locale, onEdit, add }: SynonymTableProps) {
  const t = useTranslations("knowledge.synonyms");
  const [trpc, cache, words] = [useTRPC(), useQueryClient(), useErrorWords()];
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.knowledge.listSynonyms.queryKey({ locale }) });
  const onError = (failure: unknown) => void showToast({ message: words(failure) });
  const restore = useMutation(trpc.knowledge.saveSynonyms.mutationOptions({ onSuccess: refresh, onError }));
  const remove = useMutation(trpc.knowledge.removeSynonyms.mutationOptions({ onSuccess: refresh, onError }));
  const drop = async (group: SynonymGroup) => {
    await remove.mutateAsync({ synonymId: group.id });
    showToast({ message: t("removed"), onUndo: () => restore.mutate({ locale, words: group.words }) });
  };
  return (
    <DataTable
      caption={t("title")}
      columns={[
        {
          id: "words",
          header: t("words"),
          cell: (group) => (
            <span lang={locale} className="whitespace-normal break-words">
              {group.words.join(t("between"))}
            </span>
          ),
        },
        {
          id: "change",
          header: "",
          phone: onEdit ? "aside" : "hidden",
          cell: (group) =>
            onEdit && (
              <span className="flex justify-end gap-2">
                <Button
                  size={28}
                  onClick={() => onEdit(group)}
                  aria-label={t("editNamed", { word: group.words[0] ?? "" })}
                >
                  {t("edit")}
                </Button>
                <Button
                  size={28}
                  variant="danger"
                  pending={remove.isPending && remove.variables?.synonymId === group.id}
                  onClick={() => void drop(group)}
                  aria-label={t("removeNamed", { word: group.words[0] ?? "" })}
                >
                  {t("remove")}
                </Button>
              </span>
            ),
        },
      ]}
      rows={groups}
      rowKey={({ id }) => id}
      empty={<EmptyState flush title={t("empty")} body={t("emptyHint")} action={add} />}
    />
  );
}
