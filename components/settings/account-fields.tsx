"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Name, address and password of the first administrator. */
export function AccountFields() {
  const t = useTranslations("setup.admin");
  return (
    <>
      <Field label={t("name")} hint={t("nameHint")} required>
        {(control) => <Input {...control} name="name" maxLength={80} autoComplete="name" controlSize={40} />}
      </Field>
      <Field label={t("email")} required>
        {(control) => (
          <Input {...control} name="email" type="email" maxLength={254} autoComplete="username" controlSize={40} />
        )}
      </Field>
      <Field label={t("password")} hint={t("passwordHint")} required>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            minLength={10}
            maxLength={200}
            autoComplete="new-password"
            controlSize={40}
          />
        )}
      </Field>
    </>
  );
}
