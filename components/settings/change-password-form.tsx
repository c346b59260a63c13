"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveBar } from "./save-bar";
import { useSave } from "./use-save";

/** Changes one's own password, which ends every session; signing in again is the proof that it works. */
export function ChangePasswordForm() {
  const t = useTranslations("settings.profile");
  const client = useTRPCClient();
  const save = useSave();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { current: String(form.get("current")), password: String(form.get("password")) };
    const done = await save.run(async () => {
      await client.team.changePassword.mutate(input);
      return true;
    });
    if (done) window.location.assign("/sign-in?set=1");
  };
  return (
    <form onSubmit={submit} className="mt-8 flex max-w-[480px] flex-col gap-4 border-line border-t pt-6">
      <h2 className="font-semibold text-16">{t("passwordTitle")}</h2>
      <Field label={t("current")} required>
        {(control) => <Input {...control} name="current" type="password" autoComplete="current-password" />}
      </Field>
      <Field label={t("new")} hint={t("newHint")} required>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
          />
        )}
      </Field>
      <SaveBar save={save} dirty={false} label={t("change")} />
    </form>
  );
}
