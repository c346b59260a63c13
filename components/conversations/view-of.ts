import { CONVERSATION_VIEWS, type ConversationView } from "@/lib/contracts/conversation-views";

/** Narrows a search parameter to a list's name; one's own conversations come first. */
export function viewOf(value: unknown): ConversationView {
  return CONVERSATION_VIEWS.find((view) => view === value) ?? "mine";
}
