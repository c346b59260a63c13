"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { showToast } from "@/components/ui/toast-store";
import { useErrorWords } from "../knowledge/use-error-words";

/** Downloads the golden set as a file. */
export function useCaseExport() {
  const client = useTRPCClient();
  const words = useErrorWords();
  return useMutation({
    mutationFn: () => client.quality.exportCases.query(),
    onSuccess: ({ csv }) => {
      const url = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
      const link = Object.assign(document.createElement("a"), { href: url, download: "golden-set.csv" });
      link.click();
      URL.revokeObjectURL(url);
    },
    onError: (failure) => void showToast({ message: words(failure) }),
  });
}
