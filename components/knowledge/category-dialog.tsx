"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import type { CategoryNode } from "@/lib/contracts/knowledge";
import { LOCALES } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useErrorWords } from "./use-error-words";

/** A category that is renamed, or the place of a new one. */
export type CategoryDraft = CategoryNode | { parentId: string | null };

/** Names in each language and the address of a category. */
export function CategoryDialog({ draft, onClose }: { draft: CategoryDraft; onClose: () => void }) {
  const t = useTranslations("knowledge.category");
  const shared = useTranslations("shared");
  const [form, words] = [useId(), useErrorWords()];
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const known = "id" in draft ? draft : null;
  const save = useMutation(
    trpc.knowledge.saveCategory.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.knowledge.listCategories.queryKey() });
        onClose();
      },
    }),
  );
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const names = LOCALES.map((locale) => [locale, String(data.get(locale)).trim()]).filter(([, name]) => name);
    const place = "id" in draft ? { categoryId: draft.id } : { parentId: draft.parentId };
    save.mutate({ ...place, slug: String(data.get("slug")), names: Object.fromEntries(names) });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={known ? t("rename") : t("new")}
      closeLabel={shared("close")}
      footer={
        <Button type="submit" form={form} variant="primary" pending={save.isPending}>
          {t("save")}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {LOCALES.map((locale) => (
          <Field key={locale} label={t(`name.${locale}`)} required>
            {(control) => (
              <Input {...control} lang={locale} name={locale} defaultValue={known?.names[locale]} maxLength={120} />
            )}
          </Field>
        ))}
        <Field label={t("slug")} hint={t("slugHint")} error={save.error ? words(save.error) : undefined} required>
          {(control) => (
            <Input
              {...control}
              name="slug"
              defaultValue={known?.slug}
              maxLength={120}
              autoCapitalize="off"
              spellCheck={false}
              pattern={SLUG_PATTERN}
              title={t("slugHint")}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

const SLUG_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
