"use server";

import { redirect } from "next/navigation";
import type { SignInState } from "@/components/auth/sign-in-form";
import { returnPath } from "@/lib/staff-paths";
import { SignInRefused, signIn } from "@/server/auth/auth";

/** Signs in and goes on to where the person was going; a refusal comes back as the form's state. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  try {
    await signIn("credentials", { email, password: String(form.get("password") ?? ""), redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) return { ...error.refusal, email };
    throw error;
  }
  redirect(returnPath(form.get("next")) ?? "/sign-in");
}
