"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { CONVERSATION_VIEWS, type ConversationView } from "@/lib/contracts/conversation-views";

/** Where in the inbox the reader is. It lives in the address, so back, reload and a sent link all work. */
export type InboxLocation = {
  conversationId: string | null;
  view: ConversationView;
  open: (conversationId: string) => void;
  show: (view: ConversationView) => void;
  close: () => void;
};

/** Narrows a search parameter to a list's name; one's own conversations come first. */
export function viewOf(value: unknown): ConversationView {
  return CONVERSATION_VIEWS.find((view) => view === value) ?? "mine";
}

const addressOf = (conversationId: string | null, view: ConversationView) =>
  `/inbox${conversationId ? `/${conversationId}` : ""}${view === "mine" ? "" : `?view=${view}`}`;

/** Reads and moves the inbox's address without asking the server for a page. */
export function useInboxLocation(): InboxLocation {
  const [, , conversationId = null] = usePathname().split("/");
  const view = viewOf(useSearchParams().get("view"));
  const push = (path: string) => window.history.pushState(null, "", path);
  return {
    conversationId,
    view,
    open: (id) => id !== conversationId && push(addressOf(id, view)),
    show: (next) => next !== view && push(addressOf(conversationId, next)),
    close: () => push(addressOf(null, view)),
  };
}
