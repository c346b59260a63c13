"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { SaveBar } from "./save-bar";
import { useSave } from "./use-save";

const STEPS = 20;

/** How readily the assistant answers. */
export function AssistantForm({ coverage, version }: { coverage: number; version: number }) {
  const t = useTranslations("settings.assistant");
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [dirty, setDirty] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const steps = Number(new FormData(event.currentTarget).get("coverage"));
    await save.run(async () => {
      await client.settings.update.mutate({ subject: "assistant", version, value: { coverage: steps / STEPS } });
      setDirty(false);
      router.refresh();
    });
  };
  return (
    <form onSubmit={submit} onChange={() => setDirty(true)} className="flex max-w-[480px] flex-col gap-4">
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
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
