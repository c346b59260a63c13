"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CARE, EDITABLE_SETTINGS, type SettingsOf, WHEN_CLOSED } from "@/lib/contracts/settings";
import { SaveBar } from "./save-bar";
import { useSaveForm } from "./use-save-form";

const STEPS = 20;
const CARED = ["whenUnhappy", "whenVip"] as const;
const COUNTS = [
  { name: "missesBeforeHandoff", min: 1, max: 5 },
  { name: "loopTurns", min: 2, max: 6 },
  { name: "closeIdleHours", min: 0, max: 720 },
] as const;

type Value = SettingsOf<"assistant">;

function readForm(form: FormData): Value {
  return EDITABLE_SETTINGS.assistant.parse({
    coverage: Number(form.get("coverage")) / STEPS,
    strongerRecogniser: form.has("strongerRecogniser"),
    ...Object.fromEntries([...CARED, "whenClosed"].map((name) => [name, form.get(name)])),
    ...Object.fromEntries(COUNTS.map(({ name }) => [name, Number(form.get(name))])),
  });
}

function Coverage({ coverage }: { coverage: number }) {
  const t = useTranslations("settings.assistant");
  return (
    <Field label={t("coverage")} hint={t("hint")} required>
      {({ required: _, ...control }) => (
        <div>
          <input
            {...control}
            type="range"
            name="coverage"
            min={0}
            max={STEPS}
            defaultValue={Math.round(coverage * STEPS)}
            className="w-full accent-accent pointer-coarse:min-h-11"
          />
          <div className="flex justify-between text-12 text-muted">
            <span>{t("careful")}</span>
            <span>{t("eager")}</span>
          </div>
        </div>
      )}
    </Field>
  );
}

function WhenClosed({ whenClosed }: Pick<Value, "whenClosed">) {
  const t = useTranslations("settings.assistant");
  const hint = t.rich("whenClosedHint", {
    link: (words) => (
      <Link href="/settings/hours" className="text-accent underline underline-offset-2">
        {words}
      </Link>
    ),
  });
  return (
    <Field label={t("whenClosed")} hint={hint} required>
      {(control) => (
        <Select
          {...control}
          name="whenClosed"
          options={WHEN_CLOSED.map((option) => ({ value: option, label: t(`closed.${option}`) }))}
          defaultValue={whenClosed}
        />
      )}
    </Field>
  );
}

/** How readily the assistant answers, and when a person takes over. */
export function AssistantForm({ value, version }: { value: Value; version: number }) {
  const t = useTranslations("settings.assistant");
  const client = useTRPCClient();
  const care = CARE.map((option) => ({ value: option, label: t(`care.${option}`) }));
  const { save, dirty, form } = useSaveForm(async (fields) => {
    await client.settings.update.mutate({ subject: "assistant", version, value: readForm(fields) });
  });
  return (
    <form {...form} className="flex max-w-[480px] flex-col gap-4">
      <Coverage coverage={value.coverage} />
      <Checkbox
        name="strongerRecogniser"
        label={t("stronger")}
        hint={t("strongerHint")}
        defaultChecked={value.strongerRecogniser}
      />
      <h2 className="mt-4 font-semibold text-16">{t("care.title")}</h2>
      {CARED.map((name) => (
        <Field key={name} label={t(name)} required>
          {(control) => <Select {...control} name={name} options={care} defaultValue={value[name]} />}
        </Field>
      ))}
      <WhenClosed whenClosed={value.whenClosed} />
      {COUNTS.map(({ name, min, max }) => (
        <Field key={name} label={t(name)} required>
          {(control) => (
            <Input {...control} name={name} type="number" min={min} max={max} step={1} defaultValue={value[name]} />
          )}
        </Field>
      ))}
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
