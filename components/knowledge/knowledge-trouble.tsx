import { useTranslations } from "next-intl";
import { ErrorState } from "../shared/error-state";
import { Button } from "../ui/button";
import { useErrorWords } from "./use-error-words";

/** A list or text that could not be read, with the way to try again. */
export function KnowledgeTrouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("knowledge");
  const words = useErrorWords();
  return (
    <ErrorState
      flush
      title={t("trouble")}
      body={words(error)}
      action={<Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}
