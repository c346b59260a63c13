"use client";

import { cx } from "class-variance-authority";
import type { ConversationView } from "@/lib/contracts/conversation-views";
import { ConversationList } from "./conversation-list";
import type { ConversationCounts } from "./conversation-types";
import { InboxHeader } from "./inbox-header";
import type { InboxInitial } from "./use-conversation-list";
import type { InboxLocation } from "./use-inbox-location";
import { ViewTabs } from "./view-tabs";

type Props = {
  place: InboxLocation;
  counts: ConversationCounts;
  initial: InboxInitial;
  onTakeNext: () => void;
  onOrder: (ids: string[]) => void;
};

/** The left pane: title, lists, rows. On a phone it makes room for an open conversation. */
export function ListPane({ place, counts, initial, onTakeNext, onOrder }: Props) {
  const view: ConversationView = place.view;
  return (
    <div
      className={cx(
        "flex w-[340px] shrink-0 flex-col border-line border-r max-md:w-full max-md:border-r-0",
        place.conversationId && "max-md:hidden",
      )}
    >
      <InboxHeader />
      <ViewTabs view={view} counts={counts} onView={place.show} />
      <ConversationList
        key={view}
        view={view}
        initial={initial}
        queued={counts.queue}
        selectedId={place.conversationId}
        onOpen={place.open}
        onTakeNext={onTakeNext}
        onOrder={onOrder}
      />
    </div>
  );
}
