/** The lists of the inbox: what I hold, what waits, what others hold, everything. */
export const CONVERSATION_VIEWS = ["mine", "queue", "team", "all"] as const;
export type ConversationView = (typeof CONVERSATION_VIEWS)[number];
