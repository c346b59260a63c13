"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CategoryNode } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { type CategoryMove, categoryMoves } from "./category-moves";
import { useErrorWords } from "./use-error-words";

export type CategoryOrder = {
  movesOf: (node: CategoryNode) => ReturnType<typeof categoryMoves>;
  move: (node: CategoryNode, move: CategoryMove) => void;
  /** What happened last, for those who hear the page. */
  moved: string;
  problem: string | null;
};

/** Moves categories about; a move the tree has no room for does nothing. */
export function useCategoryOrder(tree: readonly CategoryNode[], locale: Locale): CategoryOrder {
  const t = useTranslations("knowledge.category");
  const words = useErrorWords();
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const [moved, setMoved] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const reorder = useMutation(
    trpc.knowledge.reorderCategory.mutationOptions({
      onMutate: () => setProblem(null),
      onError: (error) => setProblem(words(error)),
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.knowledge.listCategories.queryKey(locale) }),
    }),
  );
  return {
    moved,
    problem,
    movesOf: ({ id }) => categoryMoves(tree, id),
    move: (node, move) => {
      const place = categoryMoves(tree, node.id)[move];
      if (!place || reorder.isPending) return;
      reorder.mutate(
        { categoryId: node.id, ...place },
        { onSuccess: () => setMoved(t("moved", { name: node.name, position: place.position + 1 })) },
      );
    },
  };
}
