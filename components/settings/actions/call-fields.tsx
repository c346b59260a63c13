"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { HTTP_METHODS, type HttpCall } from "@/lib/contracts/actions";
import type { Change } from "./draft";
import { HeaderFields } from "./header-fields";

/** Letters that next-intl would read as a placeholder's. */
export const BRACES = { open: "{", close: "}" };

/** How an action's other system is called. */
export function CallFields({
  call,
  secrets,
  onChange,
}: {
  call: HttpCall;
  secrets: readonly string[];
  onChange: Change<HttpCall>;
}) {
  const t = useTranslations("actions.form");
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-14">{t("call")}</h2>
      <div className="grid gap-3 sm:grid-cols-[120px_minmax(0,1fr)]">
        <Field label={t("method")} required>
          {(control) => (
            <Select
              {...control}
              value={call.method}
              options={HTTP_METHODS.map((value) => ({ value, label: value }))}
              onChange={(event) => {
                const method = HTTP_METHODS.find((one) => one === event.target.value);
                if (method) onChange({ method, ...(method === "GET" && { body: "" }) });
              }}
            />
          )}
        </Field>
        <Field label={t("url")} hint={t("urlHint", BRACES)} required>
          {(control) => (
            <Input
              {...control}
              value={call.url}
              maxLength={1000}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => onChange({ url: event.target.value })}
            />
          )}
        </Field>
      </div>
      <HeaderFields value={call.headers} secrets={secrets} onChange={(headers) => onChange({ headers })} />
      {call.method !== "GET" && (
        <Field label={t("body")}>
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              className="font-mono"
              value={call.body}
              maxLength={10_000}
              spellCheck={false}
              onChange={(event) => onChange({ body: event.target.value })}
            />
          )}
        </Field>
      )}
    </section>
  );
}
