"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { SetupState } from "@/components/settings/step-form";
import { signIn } from "@/server/auth/auth";
import { ServiceError } from "@/server/errors";
import { contextFor, sessionContext } from "@/server/request-context";
import { completeSetup } from "@/server/settings/complete-setup";
import { removeDemo } from "@/server/settings/remove-demo";
import { readSetupForm, readStartOwnForm } from "./read-setup-form";

/** Creates the company and its first administrator, who is then signed in. */
export async function setupAction(token: string, _before: SetupState, form: FormData): Promise<SetupState> {
  const input = readSetupForm(form);
  if ("error" in input) return input;
  const ctx = contextFor({ kind: "anonymous" }, (await headers()).get("x-request-id"));
  try {
    await completeSetup({ ctx, input: { ...input, token: String(token) } });
  } catch (error) {
    if (error instanceof ServiceError) return { error: error.code };
    throw error;
  }
  const { email, password } = input.admin;
  await signIn("credentials", { email, password, redirect: false });
  redirect("/setup/knowledge");
}

/** Replaces the demo by one's own company; who was of the demo goes on under the account just described. */
export async function startOwnAction(_before: SetupState, form: FormData): Promise<SetupState> {
  const input = readStartOwnForm(form);
  if ("error" in input) return input;
  const ctx = await sessionContext(await headers());
  try {
    await removeDemo({ ctx, input });
  } catch (error) {
    if (error instanceof ServiceError) return { error: error.code };
    throw error;
  }
  if (input.admin) {
    const { email, password } = input.admin;
    await signIn("credentials", { email, password, redirect: false });
  }
  redirect(input.company ? "/setup/knowledge" : "/inbox");
}
