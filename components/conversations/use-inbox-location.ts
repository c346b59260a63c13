"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ConversationView } from "@/lib/contracts/conversation-views";
import { viewOf } from "./view-of";

/** Where in the inbox the reader is. It lives in the address, so back, reload and a sent link all work. */
export type InboxLocation = {
  conversationId: string | null;
  view: ConversationView;
  open: (conversationId: string) => void;
  show: (view: ConversationView) => void;
  close: () => void;
};

/** The address of a conversation, or of a list alone. */
export const addressOf = (conversationId: string | null, view: ConversationView) =>
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
