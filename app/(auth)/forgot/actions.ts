"use server";

import { headers } from "next/headers";
import type { ForgotState } from "@/components/auth/forgot-form";
import { emailSchema } from "@/lib/contracts/team";
import { clientAddressOf } from "@/server/auth/client-address";
import { ServiceError } from "@/server/errors";
import { contextFor } from "@/server/request-context";
import { limitRate } from "@/server/rest/rate-limit";
import { requestReset } from "@/server/team/request-reset";

/**
 * Takes the request and answers at once; whether a mail is written is never told. One address may ask so many times an
 * hour, then it is told to wait.
 */
export async function forgotAction(_before: ForgotState, form: FormData): Promise<ForgotState> {
  const email = String(form.get("email") ?? "").trim();
  if (!emailSchema.safeParse(email).success) return { sentTo: email };
  const asked = await headers();
  const ctx = contextFor({ kind: "anonymous" }, asked.get("x-request-id"));
  try {
    await limitRate(ctx.db, "resets", { address: clientAddressOf(asked) });
  } catch (error) {
    if (error instanceof ServiceError) return { sentTo: null, waitSeconds: Number(error.details.retryAfterSeconds) };
    throw error;
  }
  requestReset({ ctx, input: { email } });
  return { sentTo: email };
}
