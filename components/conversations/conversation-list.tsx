"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ConversationView } from "@/lib/contracts/conversation-views";
import { useMe } from "../layout/console-context";
import { ErrorState } from "../shared/error-state";
import { Button } from "../ui/button";
import { arrangeRows } from "./arrange-rows";
import { ConversationRow } from "./conversation-row";
import type { ConversationSummary } from "./conversation-types";
import { ListEmpty } from "./list-empty";
import { ListSkeleton } from "./list-skeleton";
import { type InboxInitial, useConversationList } from "./use-conversation-list";
import { useHeld } from "./use-held";
import { addressOf } from "./use-inbox-location";

type Props = {
  view: ConversationView;
  initial: InboxInitial;
  queued: number;
  selectedId: string | null;
  onOpen: (conversationId: string) => void;
  onTakeNext: () => void;
  /** Tells the order on screen, for the keys that move through it. */
  onOrder: (ids: string[]) => void;
};

/** What is on screen; follows the server's list except while it is held still. */
function useArranged(fresh: ConversationSummary[] | undefined, held: boolean) {
  const [shown, setShown] = useState<readonly ConversationSummary[]>(fresh ?? []);
  if (fresh && !held && shown !== fresh) setShown(fresh);
  return { ...arrangeRows(shown, fresh ?? [], held), show: () => setShown(fresh ?? []) };
}

/** One list of the inbox. Mount it per view (`key`). */
export function ConversationList({ view, initial, queued, selectedId, onOpen, onTakeNext, onOrder }: Props) {
  const t = useTranslations("conversations.list");
  const me = useMe();
  const list = useConversationList(view, initial);
  const box = useRef<HTMLElement>(null);
  const { rows, arrivals, show } = useArranged(list.rows, useHeld(box));
  const order = rows
    .filter((row) => !row.gone)
    .map((row) => row.item.id)
    .join();
  useEffect(() => onOrder(order ? order.split(",") : []), [order, onOrder]);
  const mayBeUnread = (row: ConversationSummary) => row.status === "queued" || row.assigneeId === me.id;
  return (
    <section ref={box} aria-label={t(`label.${view}`)} className="min-h-0 grow overflow-y-auto">
      {arrivals > 0 && (
        <button
          type="button"
          onClick={() => {
            box.current?.scrollTo({ top: 0 });
            show();
          }}
          className="sticky top-0 z-10 block h-8 w-full border-line border-b bg-surface text-accent hover:bg-hover"
        >
          {t("arrivals", { count: arrivals })} ↑
        </button>
      )}
      {list.isError && !list.data && (
        <ErrorState title={t("failed")} action={<Button onClick={() => list.refetch()}>{t("retry")}</Button>} />
      )}
      {list.isPending && <ListSkeleton />}
      {list.rows && rows.length === 0 && <ListEmpty view={view} queued={queued} onTakeNext={onTakeNext} />}
      <ul className="divide-y divide-line">
        {rows.map(({ item, gone }) => (
          <ConversationRow
            key={item.id}
            conversation={item}
            href={addressOf(item.id, view)}
            selected={item.id === selectedId}
            unread={mayBeUnread(item) && item.lastSeq > item.readSeq}
            gone={gone}
            holder={view === "team" || view === "all"}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="p-3">
          <Button pending={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
      {view !== "all" && (list.rows?.length ?? 0) >= FULL_LIST && (
        <p className="p-3 text-12 text-muted">{t("first", { count: FULL_LIST })}</p>
      )}
    </section>
  );
}

const FULL_LIST = 50;
