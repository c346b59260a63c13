"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ZodError } from "zod";
import { serviceErrorOf } from "@/components/shared/service-error";

/** How a form stands with the server. */
export type SaveState = {
  pending: boolean;
  /** Words for what went wrong; stays until the next try. */
  error: string | null;
  savedAt: Date | null;
};

/** What the server answered, or what the form's own schema refused. */
function failureOf(failure: unknown) {
  if (failure instanceof ZodError) return { code: failure.issues[0]?.message ?? "invalid_input", details: {} };
  return serviceErrorOf(failure);
}

/** Runs one save at a time and keeps its outcome; `run` answers undefined when it failed. */
export function useSave() {
  const errors = useTranslations("errors");
  const [state, setState] = useState<SaveState>({ pending: false, error: null, savedAt: null });
  async function run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    setState((before) => ({ ...before, pending: true, error: null }));
    try {
      const result = await work();
      setState({ pending: false, error: null, savedAt: new Date() });
      return result;
    } catch (failure) {
      const { code, details } = failureOf(failure);
      const error = errors.has(code) ? errors(code, details) : errors("invalid_input");
      setState((before) => ({ ...before, pending: false, error }));
      return undefined;
    }
  }
  return { ...state, run };
}

/** Asks before the page is left while something is not saved. */
export function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
