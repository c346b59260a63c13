import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { useArticleSearch } from "./use-article-search";

/** Finds the article that should have answered, in the customer's language, or says that none does. */
export function CorrectionPicker({
  lang,
  pending,
  onPick,
  onCancel,
}: {
  lang: string;
  pending: boolean;
  onPick: (articleId: string | null) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("conversations.trace.correction");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [typed, setTyped] = useState("");
  const { locale, found } = useArticleSearch(lang, typed);
  return (
    <div className="mt-2 flex flex-col gap-1 rounded-control bg-sunken p-2">
      <Input
        ref={field}
        type="search"
        controlSize={32}
        value={typed}
        aria-label={t("label")}
        placeholder={t("label")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={found?.length === 0 ? "text-12 text-muted" : "sr-only"}>
        {found && t("found", { count: found.length })}
      </p>
      <ul lang={locale}>
        {found?.map(({ articleId, title }) => (
          <li key={articleId}>
            <Button
              size={28}
              variant="quiet"
              pending={pending}
              className="h-auto! min-h-7 w-full justify-start! whitespace-normal! px-1! py-1 text-left font-normal!"
              onClick={() => onPick(articleId)}
            >
              {title}
            </Button>
          </li>
        ))}
      </ul>
      <span className="flex flex-wrap gap-1">
        <Button size={28} pending={pending} onClick={() => onPick(null)}>
          {t("none")}
        </Button>
        <Button size={28} variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </span>
    </div>
  );
}
