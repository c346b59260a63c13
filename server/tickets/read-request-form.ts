import type { z } from "zod";
import {
  REQUEST_FIELDS,
  type RequestMistake,
  type RequestValues,
  type SubmitTicketInput,
  submitTicketSchema,
} from "@/lib/contracts/tickets";

const MISTAKES = ["subject", "description", "orderNumber", "phone", "email"] as const;

function mistakesOf(issues: z.core.$ZodIssue[]): RequestMistake[] {
  const named = issues.map(({ path }) => path[0]);
  return MISTAKES.filter((field) => named.includes(field));
}

/**
 * Reads the posted request form. Blank fields count as absent; phone or e-mail is needed, one of them is enough.
 * @returns the input, or what is wrong; `values` repeats what was written either way.
 */
export function readRequestForm(
  form: FormData,
): { values: RequestValues } & ({ input: SubmitTicketInput } | { mistakes: RequestMistake[] }) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const values = Object.fromEntries(REQUEST_FIELDS.map((field) => [field, text(field)])) as RequestValues;
  const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
  const parsed = submitTicketSchema.safeParse({ subject: "", description: "", ...present });
  const mistakes = parsed.success ? [] : mistakesOf(parsed.error.issues);
  const reachable = values.phone.trim() !== "" || values.email.trim() !== "";
  if (parsed.success && reachable) return { values, input: parsed.data };
  return { values, mistakes: reachable ? mistakes : [...mistakes, "contact"] };
}
