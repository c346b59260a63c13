import { type RealtimeHint, realtimeChannels } from "@/lib/realtime-channels";
import type { Listener } from "@/server/events/listeners";
import { triggerRealtime } from "@/server/realtime/trigger";

/** Tells open consoles that a ticket changed, and its progress page, without a word of what. A lost hint is made up for. */
export const hintTicket: Listener = async (_ctx, event) => {
  const hint: RealtimeHint = { name: event.name, id: event.entityId, at: event.at.toISOString(), data: event.data };
  await triggerRealtime([realtimeChannels.staffAll()], event.name, hint).catch(() => undefined);
  const bare: RealtimeHint = { name: event.name, id: event.entityId, at: hint.at };
  await triggerRealtime([realtimeChannels.ticket(event.entityId)], event.name, bare).catch(() => undefined);
};
