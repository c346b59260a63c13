"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { RequestFormState } from "@/lib/contracts/tickets";
import type { RequestFormWords } from "./request-form-words";

export interface RequestFormProps {
  action: (before: RequestFormState | null, form: FormData) => Promise<RequestFormState>;
  words: RequestFormWords;
  /** The customer's own orders, offered while they type. */
  orderNumbers: readonly string[];
  /** Names this submission: sent twice, it makes one request. */
  submissionId: string;
  subject: string;
}

const ORDERS_LIST = "own-orders";

/** What happened, the order, how to reach the customer. A plain form without JavaScript; mistakes stand where they are. */
export function RequestForm({ action, words, orderNumbers, submissionId, subject }: RequestFormProps) {
  const [state, send, pending] = useActionState(action, null);
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state?.problem) summary.current?.focus();
  }, [state]);
  const values = state?.values;
  const errors = state?.errors ?? {};
  return (
    <form action={send} className="mt-6 flex flex-col gap-6" noValidate>
      <input type="hidden" name="submissionId" value={values?.submissionId || submissionId} />
      {state?.problem && (
        <p ref={summary} role="alert" tabIndex={-1} className="text-14 text-danger outline-none">
          {state.problem}
        </p>
      )}
      <Field label={words.subject} hint={words.subjectHint} error={errors.subject} required>
        {(control) => (
          <Input
            {...control}
            name="subject"
            controlSize={44}
            maxLength={200}
            defaultValue={values?.subject ?? subject}
          />
        )}
      </Field>
      <Field label={words.description} hint={words.descriptionHint} error={errors.description} required>
        {(control) => (
          <Textarea {...control} name="description" controlSize={44} rows={6} defaultValue={values?.description} />
        )}
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={words.type}>
          {(control) => (
            <Select
              {...control}
              key={values?.type}
              name="type"
              controlSize={44}
              options={words.types}
              defaultValue={values?.type}
            />
          )}
        </Field>
        <Field label={words.order} hint={words.orderHint} error={errors.orderNumber}>
          {(control) => (
            <Input
              {...control}
              name="orderNumber"
              controlSize={44}
              list={ORDERS_LIST}
              autoCapitalize="characters"
              defaultValue={values?.orderNumber}
            />
          )}
        </Field>
        <datalist id={ORDERS_LIST}>
          {orderNumbers.map((number) => (
            <option key={number} value={number} />
          ))}
        </datalist>
      </div>
      <ContactFields words={words} values={values} errors={errors} />
      <div>
        <Button type="submit" variant="primary" size={44} pending={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

type ContactFieldsProps = {
  words: RequestFormWords;
  values: RequestFormState["values"] | undefined;
  errors: RequestFormState["errors"];
};

function ContactFields({ words, values, errors }: ContactFieldsProps) {
  return (
    <fieldset>
      <legend className="font-semibold text-14">{words.contact}</legend>
      <p className="mt-1 text-13 text-muted">{words.contactHint}</p>
      {errors.contact && <p className="mt-1 text-13 text-danger">{errors.contact}</p>}
      <div className="mt-3 grid gap-6 sm:grid-cols-2">
        <Field label={words.phone} error={errors.phone}>
          {(control) => (
            <Input
              {...control}
              name="phone"
              type="tel"
              autoComplete="tel"
              controlSize={44}
              aria-invalid={errors.contact || errors.phone ? true : undefined}
              defaultValue={values?.phone}
            />
          )}
        </Field>
        <Field label={words.email} error={errors.email}>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              autoComplete="email"
              controlSize={44}
              aria-invalid={errors.contact || errors.email ? true : undefined}
              defaultValue={values?.email}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
