"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { EmptyState } from "../shared/empty-state";
import { useShortcuts } from "../shared/use-shortcuts";
import { Sheet } from "../ui/sheet";
import { Attention } from "./attention";
import { ConnectionBar } from "./connection-bar";
import { ConversationList } from "./conversation-list";
import { InboxHeader } from "./inbox-header";
import { InboxSync } from "./inbox-sync";
import { OutboxProvider } from "./outbox-provider";
import { SidePanel } from "./side-panel";
import { ThreadPane } from "./thread-pane";
import type { ComposerHandle } from "./use-composer";
import { useClaim } from "./use-conversation-actions";
import { type InboxInitial, useConversationCounts } from "./use-conversation-list";
import { useInboxLocation } from "./use-inbox-location";
import { useTakeNext } from "./use-take-next";
import { ViewTabs } from "./view-tabs";

/** Moving through the list with j, k and Enter, in the order on screen. */
function useListKeys(order: { current: string[] }, selectedId: string | null, open: (id: string) => void): void {
  const step = (by: 1 | -1) => {
    const at = selectedId ? order.current.indexOf(selectedId) : -1;
    const next = order.current[at === -1 ? 0 : at + by];
    if (next) open(next);
  };
  useShortcuts({ j: () => step(1), k: () => step(-1), enter: () => !selectedId && step(1) });
}

/** The inbox: lists, thread and what is known about the customer; one pane at a time on a phone. */
export function InboxScreen({ initial }: { initial: InboxInitial }) {
  const t = useTranslations("conversations");
  const place = useInboxLocation();
  const counts = useConversationCounts(initial.counts);
  const claim = useClaim();
  const takeNext = useTakeNext(claim.claim);
  const [panel, setPanel] = useState(false);
  const composer = useRef<ComposerHandle>(null);
  const order = useRef<string[]>([]);
  const { conversationId, view } = place;
  useListKeys(order, conversationId, place.open);

  const onNext = () => {
    takeNext().then(
      (id) => id && place.open(id),
      () => undefined,
    );
  };
  const onTake = (id: string) => {
    claim.claim(id).then(
      () => composer.current?.focus(),
      () => undefined,
    );
  };
  const side = conversationId && (
    <SidePanel
      key={conversationId}
      conversationId={conversationId}
      onInsert={(text) => composer.current?.insert(text)}
    />
  );
  return (
    <OutboxProvider>
      <InboxSync />
      <Attention counts={counts} />
      <div className="flex h-full flex-col">
        <ConnectionBar />
        <div className="flex min-h-0 grow">
          <div
            className={cx(
              "flex w-[340px] shrink-0 flex-col border-line border-r max-md:w-full max-md:border-r-0",
              conversationId && "max-md:hidden",
            )}
          >
            <InboxHeader />
            <ViewTabs view={view} counts={counts} onView={place.show} />
            <ConversationList
              key={view}
              view={view}
              initial={initial}
              queued={counts.queue}
              selectedId={conversationId}
              onOpen={place.open}
              onTakeNext={onNext}
              onOrder={useCallback((ids: string[]) => {
                order.current = ids;
              }, [])}
            />
          </div>
          <div className={cx("min-w-0 grow", !conversationId && "max-md:hidden")}>
            {conversationId ? (
              <ThreadPane
                key={conversationId}
                conversationId={conversationId}
                lostTo={claim.lost?.conversationId === conversationId ? claim.lost.name : null}
                taking={claim.pending}
                onTake={() => onTake(conversationId)}
                onNext={counts.queue > 0 ? onNext : null}
                onBack={place.close}
                onPanel={() => setPanel(true)}
                composer={composer}
              />
            ) : (
              <EmptyState title={t("thread.none")} body={t("thread.noneBody")} className="mt-[20vh] ml-[10%]" />
            )}
          </div>
          {side && (
            <aside
              aria-label={t("panel.label")}
              className="w-80 shrink-0 overflow-y-auto border-line border-l max-xl:hidden"
            >
              {side}
            </aside>
          )}
        </div>
        {side && (
          <Sheet open={panel} onOpenChange={setPanel} title={t("panel.label")} closeLabel={t("panel.close")}>
            {side}
          </Sheet>
        )}
      </div>
    </OutboxProvider>
  );
}
