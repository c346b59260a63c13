"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { useSave } from "@/components/settings/use-save";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { inviteStaffSchema } from "@/lib/contracts/team";
import type { IssuedLink } from "./link-dialog";
import { RoleSelect } from "./role-select";

const LANGUAGES = [
  { value: "zh", label: "中文" },
  { value: "en", label: "English" },
];
const FORM = "invite-form";

/** Adds a person; hands the link on to the page, which shows it once. */
export function InviteDialog({ onInvited }: { onInvited: (issued: IssuedLink) => void }) {
  const t = useTranslations("team.invite");
  const close = useTranslations("team")("close");
  const locale = useLocale();
  const client = useTRPCClient();
  const save = useSave();
  const [open, setOpen] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    await save.run(async () => {
      const input = inviteStaffSchema.parse(form);
      const { link } = await client.team.invite.mutate(input);
      setOpen(false);
      onInvited({ name: input.name, link });
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t("open")}</Button>}
      title={t("title")}
      description={t("description")}
      closeLabel={close}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
          <Button type="submit" form={FORM} variant="primary" pending={save.pending}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("email")} error={save.error} required>
          {(control) => <Input {...control} name="email" type="email" maxLength={254} autoComplete="off" />}
        </Field>
        <Field label={t("name")} required>
          {(control) => <Input {...control} name="name" maxLength={80} autoComplete="off" />}
        </Field>
        <RoleSelect label={t("role")} defaultRole="agent" />
        <Field label={t("language")} required>
          {(control) => <Select {...control} name="locale" defaultValue={locale} options={LANGUAGES} />}
        </Field>
      </form>
    </Dialog>
  );
}
