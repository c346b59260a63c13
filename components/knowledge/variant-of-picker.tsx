"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import type { Locale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

const SHOWN = 5;

type VariantOfPickerProps = { locale: Locale; except: string; onPick: (articleId: string) => void };

/** Finds the general article that this one is to be a variant of. */
export function VariantOfPicker({ locale, except, onPick }: VariantOfPickerProps) {
  const t = useTranslations("knowledge.variants");
  const [typed, setTyped] = useState("");
  const text = useDeferredValue(typed).trim();
  const { data } = useQuery({
    ...useTRPC().knowledge.search.queryOptions({ locale, text, limit: SHOWN + 1 }),
    enabled: text !== "",
  });
  const found = (text === "" ? [] : (data ?? [])).filter(({ articleId }) => articleId !== except).slice(0, SHOWN);
  return (
    <details className="mt-2">
      <summary className="text-13 text-muted pointer-coarse:min-h-11">{t("become")}</summary>
      <div className="mt-2 sm:max-w-96">
        <Field label={t("variantOf")}>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={typed}
              placeholder={t("search")}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <ul lang={locale} className="mt-1">
          {found.map(({ articleId, title }) => (
            <li key={articleId}>
              <button
                type="button"
                className="block w-full rounded-control px-2 py-1.5 text-left text-13 hover:bg-hover pointer-coarse:min-h-11"
                onClick={() => onPick(articleId)}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
