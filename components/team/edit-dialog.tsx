"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { useSave } from "@/components/settings/use-save";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { updateStaffSchema } from "@/lib/contracts/team";
import type { IssuedLink } from "./link-dialog";
import { RoleSelect } from "./role-select";
import type { TeamMember } from "./team-member";

const FORM = "edit-staff-form";

export interface EditDialogProps {
  person: TeamMember;
  onClose: () => void;
  onChanged: () => void;
  onLink: (issued: IssuedLink) => void;
}

/** A person's names and role, a new link, and whether they may sign in. */
export function EditDialog({ person, onClose, onChanged, onLink }: EditDialogProps) {
  const t = useTranslations("team.edit");
  const close = useTranslations("team")("close");
  const client = useTRPCClient();
  const save = useSave();
  const disabled = person.state === "disabled";
  const change = async (input: Omit<Parameters<typeof client.team.update.mutate>[0], "staffId">) => {
    const done = await save.run(async () => {
      await client.team.update.mutate({ staffId: person.id, ...input });
      return true;
    });
    if (done) onChanged();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    void change(updateStaffSchema.omit({ staffId: true }).parse(form));
  };
  const renew = async () => {
    const result = await save.run(() => client.team.renewLink.mutate({ staffId: person.id }));
    if (result) onLink({ name: person.name, link: result.link });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: person.name })}
      closeLabel={close}
      footer={
        <Button type="submit" form={FORM} variant="primary" pending={save.pending}>
          {t("save")}
        </Button>
      }
    >
      <form id={FORM} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("name")} required>
          {(control) => <Input {...control} name="name" defaultValue={person.name} maxLength={80} />}
        </Field>
        <Field label={t("publicName")} required>
          {(control) => <Input {...control} name="publicName" defaultValue={person.publicName} maxLength={80} />}
        </Field>
        <RoleSelect label={t("role")} defaultRole={person.role} />
        {save.error !== null && (
          <p role="alert" className="text-13 text-danger">
            {save.error}
          </p>
        )}
      </form>
      <div className="mt-6 flex flex-wrap gap-2 border-line border-t pt-4">
        {!disabled && <Button onClick={renew}>{t("newLink")}</Button>}
        <Button variant={disabled ? "secondary" : "danger"} onClick={() => change({ disabled: !disabled })}>
          {disabled ? t("enable") : t("disable")}
        </Button>
        {!disabled && <p className="w-full text-12 text-muted">{t("disableHint")}</p>}
      </div>
    </Dialog>
  );
}
