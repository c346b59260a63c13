import type { ChatState } from "./chat-state";

/** The person who serves, or served last; null while nobody did. */
export function agentNameOf({ messages }: Pick<ChatState, "messages">): string | null {
  const row = messages.findLast(
    ({ sender, activity }) =>
      sender.type === "agent" || activity?.name === "agent_joined" || activity?.name === "transferred_to_agent",
  );
  return row?.activity?.values.name ?? row?.sender.name ?? null;
}
