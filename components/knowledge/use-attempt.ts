import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorWords } from "./use-error-words";

/** Tries one thing after another: answers whether it was done, and `problem` says why the last one was refused. */
export function useAttempt(onSettled: () => unknown) {
  const words = useErrorWords();
  const [problem, setProblem] = useState<string | null>(null);
  const work = useMutation({ mutationFn: (job: () => Promise<unknown>) => job() });
  async function run(job: () => Promise<unknown>): Promise<boolean> {
    setProblem(null);
    try {
      await work.mutateAsync(job);
      return true;
    } catch (error) {
      setProblem(words(error));
      return false;
    } finally {
      await onSettled();
    }
  }
  return { problem, pending: work.isPending, run };
}
