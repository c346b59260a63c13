"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { assistantRuleSchema, RULE_HOURS, RULE_KINDS, type RuleKind } from "@/lib/contracts/assistant-rules";
import { useSave } from "../use-save";
import { ArticlePicker } from "./article-picker";
import type { ArticleOption, Rule } from "./rules-table";

function ruleOf(form: FormData, id: string | undefined) {
  const text = (name: string) => String(form.get(name) ?? "");
  const phrases = text("phrases")
    .split("\n")
    .map((phrase) => phrase.trim())
    .filter(Boolean);
  return assistantRuleSchema.parse({
    id,
    name: text("name"),
    kind: text("kind"),
    phrases,
    words: { zh: text("zh"), en: text("en") },
    articleId: text("articleId") || null,
    hours: text("hours"),
    enabled: form.get("enabled") !== null,
  });
}

/** Writes one rule. */
export function RuleDialog(props: { rule: Rule | null; articles: readonly ArticleOption[]; onClose: () => void }) {
  const { rule, articles, onClose } = props;
  const t = useTranslations("settings.assistant.rules");
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const form = useId();
  const [kind, setKind] = useState<RuleKind>(rule?.kind ?? "hand_over");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const saved = await save.run(() => client.assistant.saveRule.mutate(ruleOf(fields, rule?.id)));
    if (!saved) return;
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={rule?.name ?? t("new")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={save.pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("name")} required>
          {(control) => <Input {...control} name="name" maxLength={80} defaultValue={rule?.name} />}
        </Field>
        <Field label={t("kind")} required>
          {(control) => (
            <Select
              {...control}
              name="kind"
              value={kind}
              onChange={(event) => setKind(RULE_KINDS.find((one) => one === event.target.value) ?? "hand_over")}
              options={RULE_KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
            />
          )}
        </Field>
        <Field label={t("when")} hint={t("whenHint")} required>
          {(control) => (
            <Select
              {...control}
              name="hours"
              defaultValue={rule?.hours ?? "always"}
              options={RULE_HOURS.map((one) => ({ value: one, label: t(`hours.${one}`) }))}
            />
          )}
        </Field>
        <Field label={t("phrases")} hint={t("phrasesHint")} required>
          {(control) => <Textarea {...control} name="phrases" rows={3} defaultValue={rule?.phrases.join("\n")} />}
        </Field>
        <Field label={t("wordsZh")} hint={t("wordsHint")} required={kind !== "hand_over"}>
          {(control) => <Textarea {...control} name="zh" rows={2} maxLength={2000} defaultValue={rule?.words.zh} />}
        </Field>
        <Field label={t("wordsEn")} required={kind !== "hand_over"}>
          {(control) => <Textarea {...control} name="en" rows={2} maxLength={2000} defaultValue={rule?.words.en} />}
        </Field>
        {kind === "exact" && (
          <Field label={t("article")} required>
            {({ required: _, ...control }) => (
              <ArticlePicker control={control} name="articleId" articles={articles} initial={rule?.articleId ?? null} />
            )}
          </Field>
        )}
        <Switch name="enabled" label={t("enabled")} defaultChecked={rule?.enabled ?? true} />
        {save.error !== null && (
          <p role="alert" className="text-13 text-danger">
            {save.error}
          </p>
        )}
      </form>
    </Dialog>
  );
}
