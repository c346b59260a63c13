import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type FoundArticle, FoundArticles } from "@/components/shared/found-articles";
import type { FieldControl } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { detectLocale } from "@/lib/text/detect-locale";
import type { ArticleOption } from "./rules-table";

const SHOWN = 5;

type ArticlePickerProps = {
  control: Omit<FieldControl, "required">;
  name: string;
  articles: readonly ArticleOption[];
  /** The article chosen at first. */
  initial: string | null;
};

const foundBy =
  (sought: string) =>
  ({ value, label }: ArticleOption): FoundArticle[] =>
    label.toLowerCase().includes(sought) ? [{ id: value, title: label, lang: detectLocale(label) ?? undefined }] : [];

/** Finds an article by words of its title; the form holds the id of the one that was picked, or nothing. */
export function ArticlePicker({ control, name, articles, initial }: ArticlePickerProps) {
  const t = useTranslations("settings.assistant.rules");
  const field = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState(articles.find(({ value }) => value === initial) ?? null);
  const [typed, setTyped] = useState(picked?.label ?? "");
  const sought = typed.trim().toLowerCase();
  const found = picked || sought === "" ? null : articles.flatMap(foundBy(sought)).slice(0, SHOWN);
  const pick = (article: ArticleOption | undefined) => {
    if (!article) return;
    setPicked(article);
    setTyped(article.label);
    field.current?.focus();
  };
  return (
    <div>
      <input type="hidden" name={name} value={picked?.value ?? ""} />
      <Input
        {...control}
        ref={field}
        type="search"
        autoComplete="off"
        value={typed}
        placeholder={t("articleSearch")}
        onChange={(event) => {
          setPicked(null);
          setTyped(event.target.value);
        }}
      />
      <FoundArticles
        found={found}
        count={t("articleFound", { count: found?.length ?? 0 })}
        onPick={(id) => pick(articles.find(({ value }) => value === id))}
      />
    </div>
  );
}
