import { useTranslations } from "next-intl";
import type { ConversationView } from "@/lib/contracts/conversation-views";
import { EmptyState } from "../shared/empty-state";
import { Button } from "../ui/button";

/** An empty list says what that means and where the work is. */
export function ListEmpty({
  view,
  queued,
  onTakeNext,
}: {
  view: ConversationView;
  queued: number;
  onTakeNext: () => void;
}) {
  const t = useTranslations("conversations.list.empty");
  const waiting = view === "mine" && queued > 0;
  return (
    <EmptyState
      title={t(`${view}.title`)}
      body={waiting ? t("mine.waiting", { count: queued }) : t(`${view}.body`)}
      action={
        waiting ? (
          <Button variant="primary" onClick={onTakeNext}>
            {t("takeNext")}
          </Button>
        ) : undefined
      }
    />
  );
}
