"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { EmptyState } from "../shared/empty-state";
import { useShortcuts } from "../shared/use-shortcuts";
import { ConnectionBar } from "./connection-bar";
import { ListPane } from "./list-pane";
import { SidePane } from "./side-pane";
import { SidePanel } from "./side-panel";
import { ThreadPane } from "./thread-pane";
import type { ComposerHandle } from "./use-composer";
import { useClaim } from "./use-conversation-actions";
import { type InboxInitial, useConversationCounts } from "./use-conversation-list";
import { type InboxLocation, useInboxLocation } from "./use-inbox-location";
import { useTakeNext } from "./use-take-next";

/** Moving through the list with j, k and Enter, in the order on screen. Returns where that order is told. */
function useListKeys({ addressed, open }: InboxLocation): (ids: string[]) => void {
  const order = useRef<string[]>([]);
  const step = (by: 1 | -1) => {
    const { conversationId } = addressed();
    const at = conversationId ? order.current.indexOf(conversationId) : -1;
    const next = order.current[at === -1 ? 0 : at + by];
    if (next) open(next);
  };
  useShortcuts({ j: () => step(1), k: () => step(-1), enter: () => !addressed().conversationId && step(1) });
  return useCallback((ids) => {
    order.current = ids;
  }, []);
}

/** Thread and panel of the open conversation, or that none is open. */
function OpenConversation({
  place,
  queued,
  claim,
  onNext,
}: {
  place: InboxLocation;
  queued: number;
  claim: ReturnType<typeof useClaim>;
  onNext: () => void;
}) {
  const t = useTranslations("conversations");
  const [panel, setPanel] = useState(false);
  const composer = useRef<ComposerHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const { conversationId } = place;
  const none = <EmptyState title={t("thread.none")} body={t("thread.noneBody")} className="mt-[20vh] ml-[10%]" />;
  useShortcuts({
    "/": () => (search.current?.offsetParent ? search.current.focus() : setPanel(conversationId !== null)),
  });
  const side = (field?: typeof search) =>
    conversationId && (
      <SidePanel key={conversationId} conversationId={conversationId} field={field} onInsert={insert} />
    );
  function insert(text: string): void {
    setPanel(false);
    composer.current?.insert(text);
  }
  const onTake = (id: string) => {
    claim.claim(id).then(
      () => composer.current?.focus(),
      () => undefined,
    );
  };
  return (
    <>
      <div className={cx("min-w-0 grow", !conversationId && "max-md:hidden")}>
        {conversationId && <h1 className="sr-only md:hidden">{t("title")}</h1>}
        {conversationId ? (
          <ThreadPane
            key={conversationId}
            conversationId={conversationId}
            lostTo={claim.lost?.conversationId === conversationId ? claim.lost.name : null}
            taking={claim.pending}
            onTake={() => onTake(conversationId)}
            onNext={queued > 0 ? onNext : null}
            onBack={place.close}
            onPanel={() => setPanel(true)}
            composer={composer}
          />
        ) : (
          none
        )}
      </div>
      {conversationId && <SidePane open={panel} onOpenChange={setPanel} pane={side(search)} drawer={side()} />}
    </>
  );
}

/** The inbox: lists, thread and what is known about the customer; one pane at a time on a phone. */
export function InboxScreen({ initial }: { initial: InboxInitial }) {
  const place = useInboxLocation();
  const counts = useConversationCounts(initial.counts);
  const claim = useClaim();
  const takeNext = useTakeNext(claim.claim);
  const onOrder = useListKeys(place);
  const onNext = () => {
    takeNext().then(
      (id) => id && place.open(id),
      () => undefined,
    );
  };
  return (
    <div className="flex h-full flex-col">
      <ConnectionBar />
      <div className="flex min-h-0 grow">
        <ListPane place={place} counts={counts} initial={initial} onTakeNext={onNext} onOrder={onOrder} />
        <OpenConversation place={place} queued={counts.queue} claim={claim} onNext={onNext} />
      </div>
    </div>
  );
}
