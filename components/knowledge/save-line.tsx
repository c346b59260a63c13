import { useTranslations } from "next-intl";
import { formatClock } from "@/lib/time";
import { useReader } from "../layout/console-context";
import { Button } from "../ui/button";
import type { DraftState, DraftStore } from "./draft-store";
import { useErrorWords } from "./use-error-words";

/** How what is on the screen stands with what is stored; troubles are said at once and stay. */
export function SaveLine({ draft, state, isNew }: { draft: DraftStore; state: DraftState; isNew: boolean }) {
  const t = useTranslations("knowledge.save");
  const [reader, words] = [useReader(), useErrorWords()];
  const { status, savedAt, failure } = state;
  if (status === "offline") {
    return (
      <span role="alert" className="text-warning">
        {t("offline")}
      </span>
    );
  }
  if (status === "failed" || status === "conflict") {
    return (
      <span role="alert" className="flex flex-wrap items-center gap-x-3 text-danger">
        {status === "conflict" ? t("conflict") : t("failed", { reason: words(failure ?? "") })}
        {status === "failed" && (
          <Button variant="link" onClick={() => void draft.flush({ always: true })}>
            {t("retry")}
          </Button>
        )}
      </span>
    );
  }
  const saved = savedAt ? t("saved", { time: formatClock(savedAt, reader) }) : isNew ? t("new") : t("unchanged");
  return <span className="text-muted">{status === "saved" ? saved : t(status)}</span>;
}
