import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
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

/** Finds an article by words of its title; the form holds the id of the one that was picked, or nothing. */
export function ArticlePicker({ control, name, articles, initial }: ArticlePickerProps) {
  const t = useTranslations("settings.assistant.rules");
  const field = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState(articles.find(({ value }) => value === initial) ?? null);
  const [typed, setTyped] = useState(picked?.label ?? "");
  const sought = typed.trim().toLowerCase();
  const found =
    picked || sought === "" ? [] : articles.filter(({ label }) => label.toLowerCase().includes(sought)).slice(0, SHOWN);
  const pick = (article: ArticleOption) => {
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
      <p
        role="status"
        className={sought !== "" && !picked && found.length === 0 ? "mt-1 text-12 text-muted" : "sr-only"}
      >
        {sought !== "" && !picked && t("articleFound", { count: found.length })}
      </p>
      <ul>
        {found.map((article) => (
          <li key={article.value}>
            <Button
              size={28}
              variant="quiet"
              className="w-full min-w-0 justify-start! px-1! font-normal!"
              onClick={() => pick(article)}
            >
              <span lang={detectLocale(article.label) ?? undefined} className="truncate">
                {article.label}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
