"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { SYNONYM_WORD_LENGTH, SYNONYM_WORDS_LIMIT, type SynonymGroup } from "@/lib/contracts/synonyms";
import type { Locale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { useErrorWords } from "./use-error-words";

type SynonymDialogProps = { group: SynonymGroup | null; locale: Locale; onClose: () => void };

const BETWEEN = /[\n,，、;；]+/;

/** A group's words, one a line or between commas. */
export function SynonymDialog({ group, locale, onClose }: SynonymDialogProps) {
  const t = useTranslations("knowledge.synonyms");
  const shared = useTranslations("shared");
  const [form, errorWords] = [useId(), useErrorWords()];
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const [refused, setRefused] = useState<string | null>(null);
  const save = useMutation(
    trpc.knowledge.saveSynonyms.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.knowledge.listSynonyms.queryKey({ locale }) });
        onClose();
      },
      onError: (failure) => setRefused(errorWords(failure)),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("words"));
    const words = text
      .split(BETWEEN)
      .map((word) => word.trim())
      .filter(Boolean);
    if (words.length > SYNONYM_WORDS_LIMIT) return setRefused(t("tooMany", { count: SYNONYM_WORDS_LIMIT }));
    if (words.some((word) => word.length > SYNONYM_WORD_LENGTH))
      return setRefused(t("tooLong", { count: SYNONYM_WORD_LENGTH }));
    setRefused(null);
    save.mutate({ synonymId: group?.id, locale, words });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={group ? t("editTitle") : t("new")}
      closeLabel={shared("close")}
      footer={
        <Button type="submit" form={form} variant="primary" pending={save.isPending}>
          {t("save")}
        </Button>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t("words")} hint={t("wordsHint")} error={refused ?? undefined} required>
          {(control) => (
            <Textarea {...control} name="words" lang={locale} rows={5} defaultValue={group?.words.join("\n")} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
