"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type PasswordState = { error: "none" | "tooShort" | "expiredTitle" };

/** The first or a new password, once, without a second field: it can be shown and set again. */
export function PasswordForm({
  action,
}: {
  action: (before: PasswordState, form: FormData) => Promise<PasswordState>;
}) {
  const t = useTranslations("auth.password");
  const [{ error }, submit, pending] = useActionState<PasswordState, FormData>(action, { error: "none" });
  return (
    <form action={submit} className="flex flex-col gap-4">
      <Field label={t("label")} hint={t("hint")} error={error === "none" ? undefined : t(error)} required>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
            controlSize={40}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size={40} pending={pending}>
        {t("submit")}
      </Button>
    </form>
  );
}
