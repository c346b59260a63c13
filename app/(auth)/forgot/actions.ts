"use server";

import { headers } from "next/headers";
import type { ForgotState } from "@/components/auth/forgot-form";
import { emailSchema } from "@/lib/contracts/team";
import { contextFor } from "@/server/request-context";
import { requestReset } from "@/server/team/request-reset";

/** Takes the request and answers at once; whether a mail is written is never told. */
export async function forgotAction(_before: ForgotState, form: FormData): Promise<ForgotState> {
  const email = String(form.get("email") ?? "").trim();
  if (emailSchema.safeParse(email).success) {
    const ctx = contextFor({ kind: "anonymous" }, (await headers()).get("x-request-id"));
    requestReset({ ctx, input: { email } });
  }
  return { sentTo: email };
}
