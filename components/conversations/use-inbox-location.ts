"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ConversationView } from "@/lib/contracts/conversation-views";
import { viewOf } from "./view-of";

/** A conversation, if one is open, and the list beside it. */
type InboxPlace = { conversationId: string | null; view: ConversationView };

/** Where in the inbox the reader is. It lives in the address, so back, reload and a sent link all work. */
export type InboxLocation = InboxPlace & {
  /** Where the address is already. What is rendered follows a moment later, and keys come faster than that. */
  addressed: () => InboxPlace;
  open: (conversationId: string) => void;
  show: (view: ConversationView) => void;
  close: () => void;
};

/** The address of a conversation, or of a list alone. */
export const addressOf = (conversationId: string | null, view: ConversationView) =>
  `/inbox${conversationId ? `/${conversationId}` : ""}${view === "mine" ? "" : `?view=${view}`}`;

function placeIn(path: string, params: URLSearchParams): InboxPlace {
  const [, , conversationId = null] = path.split("/");
  return { conversationId, view: viewOf(params.get("view")) };
}

/** Reads and moves the inbox's address without asking the server for a page. */
export function useInboxLocation(): InboxLocation {
  const rendered = placeIn(usePathname(), useSearchParams());
  const addressed = () => placeIn(window.location.pathname, new URLSearchParams(window.location.search));
  const move = (to: Partial<InboxPlace>) => {
    const from = addressed();
    const { conversationId, view } = { ...from, ...to };
    if (conversationId === from.conversationId && view === from.view) return;
    window.history.pushState(null, "", addressOf(conversationId, view));
  };
  return {
    ...rendered,
    addressed,
    open: (conversationId) => move({ conversationId }),
    show: (view) => move({ view }),
    close: () => move({ conversationId: null }),
  };
}
