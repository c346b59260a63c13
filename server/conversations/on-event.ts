import type { RealtimeHint } from "@/lib/realtime-channels";
import type { Listener } from "@/server/events/listeners";
import { triggerRealtime } from "@/server/realtime/trigger";
import { conversationHints } from "./realtime-hints";

/** Tells open screens that a conversation changed. A lost hint is made up for by their next catch-up. */
export const hintConversation: Listener = async (_ctx, event) => {
  for (const { channels, data } of conversationHints(event)) {
    const hint: RealtimeHint = { name: event.name, id: event.entityId, at: event.at.toISOString(), data };
    await triggerRealtime(channels, event.name, hint).catch(() => undefined);
  }
};
