"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/components/layout/trpc-client";
import { serviceErrorOf } from "@/components/shared/service-error";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CUSTOMER_TIERS, type CustomerCard, updateCustomerSchema } from "@/lib/contracts/customers";
import { type AttributeRow, AttributeRows, repeatedName, rowsOf } from "./attribute-rows";

/** What the form says, as the change to make; blank rows and a blank name count as absent. */
function changeOf(customer: CustomerCard, form: FormData, rows: readonly AttributeRow[]) {
  const name = String(form.get("name") ?? "").trim();
  const filled = rows.filter(({ value, name: key }) => key.trim() !== "" && value.trim() !== "");
  return updateCustomerSchema.safeParse({
    customerId: customer.id,
    name: name === "" ? null : name,
    tier: form.get("tier"),
    attributes: Object.fromEntries(filled.map(({ name: key, value }) => [key.trim(), value.trim()])),
  });
}

/** Stores a change and shows it wherever the customer stands on the page. */
function useUpdate(customer: CustomerCard, onDone: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.customers.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.customers.get.queryFilter({ customerId: customer.id }));
        onDone();
      },
    }),
  );
}

/** A dialog to change a customer's name, level and other details. */
export function EditCustomer({ customer }: { customer: CustomerCard }) {
  const t = useTranslations("customers");
  const words = useTranslations("errors");
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState(() => rowsOf(customer.attributes));
  const [invalid, setInvalid] = useState(false);
  const update = useUpdate(customer, () => setOpen(false));
  const begin = (opening: boolean) => {
    setRows(rowsOf(customer.attributes));
    setInvalid(false);
    update.reset();
    setOpen(opening);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const change = changeOf(customer, new FormData(event.currentTarget), rows);
    const refused = !change.success || repeatedName(rows) !== null;
    setInvalid(refused);
    if (!refused) update.mutate(change.data);
  };
  const code = update.error ? serviceErrorOf(update.error).code : invalid ? "invalid_input" : null;
  const reason = code && (words.has(code) ? words(code) : words("internal"));
  return (
    <Dialog
      open={open}
      onOpenChange={begin}
      trigger={<Button>{t("edit.open")}</Button>}
      title={t("edit.title")}
      closeLabel={t("edit.cancel")}
      footer={
        <>
          <Button onClick={() => begin(false)}>{t("edit.cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} pending={update.isPending}>
            {t("edit.save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("edit.name")} hint={t("edit.nameHint")}>
          {(control) => <Input {...control} name="name" defaultValue={customer.name ?? ""} maxLength={120} />}
        </Field>
        <Field label={t("edit.tier")} required>
          {(control) => (
            <Select
              {...control}
              name="tier"
              defaultValue={customer.tier}
              options={CUSTOMER_TIERS.map((value) => ({ value, label: t(`tier.${value}`) }))}
            />
          )}
        </Field>
        <AttributeRows rows={rows} onChange={setRows} />
        {reason ? (
          <p role="alert" className="text-13 text-danger">
            {t("edit.failed", { reason })}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
