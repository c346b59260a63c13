"use server";

import { redirect } from "next/navigation";
import type { SignInState } from "@/components/auth/sign-in-form";
import { returnPath } from "@/lib/staff-paths";
import { SignInRefused, signIn } from "@/server/auth/auth";
import { systemContext } from "@/server/request-context";
import { preferencesOf } from "@/server/team/own-preferences";
import { paintBy } from "../../preference-cookies";

/** Signs in and goes on to where the person was going; a refusal comes back as the form's state. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  try {
    await signIn("credentials", { email, password: String(form.get("password") ?? ""), redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) return { ...error.refusal, email };
    throw error;
  }
  const chosen = await preferencesOf(systemContext(), email);
  if (chosen.locale) await paintBy("locale", chosen.locale);
  if (chosen.theme) await paintBy("theme", chosen.theme);
  redirect(returnPath(form.get("next")) ?? "/sign-in");
}
