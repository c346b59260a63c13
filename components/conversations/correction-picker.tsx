import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FoundArticles } from "../shared/found-articles";
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
      <FoundArticles
        found={found?.map(({ articleId, title }) => ({ id: articleId, title })) ?? null}
        count={t("found", { count: found?.length ?? 0 })}
        lang={locale}
        pending={pending}
        onPick={onPick}
      />
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
