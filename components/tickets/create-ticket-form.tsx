"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PRIORITIES } from "@/lib/contracts/conversations";
import { TICKET_TYPES, type TicketFields, ticketFieldsSchema } from "@/lib/contracts/tickets";
import { useMe } from "../layout/console-context";
import type { RouterOutputs } from "../layout/trpc-client";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

export interface CreateTicketFormProps {
  id: string;
  draft: RouterOutputs["tickets"]["draft"];
  problem: string | null;
  onSubmit: (fields: TicketFields) => void;
}

/** The fields of a new ticket, filled in from its draft. */
export function CreateTicketForm({ id, draft, problem, onSubmit }: CreateTicketFormProps) {
  const t = useTranslations("tickets");
  const me = useMe();
  const [mistakes, setMistakes] = useState<readonly string[]>([]);
  const errorOf = (field: "subject" | "description") =>
    mistakes.includes(field) ? t(`form.errors.${field}`) : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const posted = Object.fromEntries(new FormData(event.currentTarget));
    const parsed = ticketFieldsSchema.safeParse({ ...posted, assigneeId: posted.assigneeId || null });
    setMistakes(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
    if (parsed.success) onSubmit(parsed.data);
  };
  const options = (kind: "type" | "priority", values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${kind}.${value}`) }));
  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {problem && (
        <p role="alert" className="text-13 text-danger">
          {problem}
        </p>
      )}
      <Field label={t("create.subject")} error={errorOf("subject")} required>
        {(control) => <Input {...control} name="subject" maxLength={200} defaultValue={draft.subject} />}
      </Field>
      <Field label={t("create.description")} error={errorOf("description")} required>
        {(control) => (
          <Textarea {...control} name="description" rows={6} className="max-h-64" defaultValue={draft.description} />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("field.type")}>
          {(control) => (
            <Select {...control} name="type" options={options("type", TICKET_TYPES)} defaultValue={draft.type} />
          )}
        </Field>
        <Field label={t("field.priority")}>
          {(control) => (
            <Select
              {...control}
              name="priority"
              options={options("priority", PRIORITIES)}
              defaultValue={draft.priority}
            />
          )}
        </Field>
        <Field label={t("field.order")}>
          {(control) => <Input {...control} name="orderNumber" maxLength={40} defaultValue={draft.orderNumber ?? ""} />}
        </Field>
        <Field label={t("field.assignee")}>
          {(control) => (
            <Select
              {...control}
              name="assigneeId"
              defaultValue={me.id}
              options={[
                { value: me.id, label: me.name },
                { value: "", label: t("nobody") },
              ]}
            />
          )}
        </Field>
      </div>
    </form>
  );
}
