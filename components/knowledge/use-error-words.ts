"use client";

import { useTranslations } from "next-intl";
import { serviceErrorOf } from "../shared/service-error";

/** Words for a stable code, or for whatever a call threw. */
export function useErrorWords(): (failure: unknown) => string {
  const errors = useTranslations("errors");
  return (failure) => {
    const code = typeof failure === "string" ? failure : serviceErrorOf(failure).code;
    return errors.has(code) ? errors(code) : errors("internal");
  };
}
