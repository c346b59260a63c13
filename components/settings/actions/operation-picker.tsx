"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { OpenApiDocument } from "./openapi-import";

type Operation = OpenApiDocument["operations"][number];
type Draft = Operation["action"];

/** The drafts with the keys that were typed for their headers. */
function withSecrets(action: Draft, secrets: Record<string, string>): Draft {
  if (!action.http) return action;
  const headers = action.http.headers.map((header) => ({ ...header, value: secrets[header.name] ?? header.value }));
  return { ...action, http: { ...action.http, headers } };
}

export interface OperationPickerProps {
  read: OpenApiDocument;
  pending: boolean;
  onImport: (actions: Draft[]) => void;
}

/** The operations of a document, to tick. */
export function OperationPicker({ read, pending, onImport }: OperationPickerProps) {
  const t = useTranslations("actions.import");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const chosen = read.operations.filter(({ id }) => ticked.has(id));
  const names = [...new Set(chosen.flatMap(({ action }) => action.http?.headers.map(({ name }) => name) ?? []))];
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <section className="flex flex-col gap-4 border-line border-t pt-4">
      <header>
        <h2 className="font-semibold text-14">{read.title || t("operations")}</h2>
        <p className="break-all text-12 text-muted">{t("server", { server: read.server })}</p>
      </header>
      <ul className="flex flex-col divide-y divide-line">
        {read.operations.map((operation) => (
          <OperationRow
            key={operation.id}
            operation={operation}
            checked={ticked.has(operation.id)}
            onTick={(on) => tick(operation.id, on)}
          />
        ))}
      </ul>
      {read.leftOut > 0 && <p className="text-13 text-muted">{t("leftOut", { count: read.leftOut })}</p>}
      {names.length > 0 && <Secrets names={names} values={secrets} onChange={setSecrets} />}
      <div className="flex items-center gap-3">
        <Button
          variant="primary"
          pending={pending}
          disabled={chosen.length === 0}
          onClick={() => onImport(chosen.map(({ action }) => withSecrets(action, secrets)))}
        >
          {t("import", { count: chosen.length })}
        </Button>
        {chosen.length === 0 && <p className="text-13 text-muted">{t("none")}</p>}
      </div>
    </section>
  );
}

function OperationRow(props: { operation: Operation; checked: boolean; onTick: (on: boolean) => void }) {
  const { operation, checked, onTick } = props;
  const t = useTranslations("actions.import");
  const { problem, action } = operation;
  const note = problem ? t(`problem.${problem}`) : action.confirm ? t("consent") : "";
  return (
    <li className="py-2">
      <Checkbox
        checked={checked}
        disabled={problem !== null}
        onChange={(event) => onTick(event.target.checked)}
        label={
          <span className="break-all font-mono text-12">
            {operation.method} {operation.path}
          </span>
        }
        hint={[operation.summary, note].filter(Boolean).join(" · ")}
      />
    </li>
  );
}

function Secrets(props: {
  names: readonly string[];
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}) {
  const { names, values, onChange } = props;
  const t = useTranslations("actions.import");
  return (
    <fieldset className="flex max-w-[480px] flex-col gap-3">
      <legend className="pb-1 font-semibold text-13">{t("secrets")}</legend>
      <p className="text-12 text-muted">{t("secretsHint")}</p>
      {names.map((name) => (
        <Field key={name} label={name}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="off"
              maxLength={2000}
              value={values[name] ?? ""}
              onChange={(event) => onChange({ ...values, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
