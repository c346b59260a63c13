"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { PasswordState } from "@/components/auth/password-form";
import { passwordSchema } from "@/lib/contracts/team";
import { ServiceError } from "@/server/errors";
import { contextFor } from "@/server/request-context";
import { setPasswordByLink } from "@/server/team/set-password";

/** Uses a link up, then leads to the sign-in page. */
export async function setPasswordAction(token: string, _before: PasswordState, form: FormData): Promise<PasswordState> {
  const password = passwordSchema.safeParse(form.get("password"));
  if (!password.success) return { error: "tooShort" };
  const ctx = contextFor({ kind: "anonymous" }, (await headers()).get("x-request-id"));
  try {
    await setPasswordByLink({ ctx, input: { token: String(token), password: password.data } });
  } catch (error) {
    if (error instanceof ServiceError && error.kind === "not_found") return { error: "expiredTitle" };
    throw error;
  }
  redirect("/sign-in?set=1");
}
