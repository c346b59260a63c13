import { type RealtimeHint, realtimeChannels } from "@/lib/realtime-channels";
import type { Listener } from "@/server/events/listeners";
import { triggerRealtime } from "@/server/realtime/trigger";

/** Tells open consoles that a ticket changed. A lost hint is made up for by their next reading. */
export const hintTicket: Listener = async (_ctx, event) => {
  const hint: RealtimeHint = { name: event.name, id: event.entityId, at: event.at.toISOString(), data: event.data };
  await triggerRealtime([realtimeChannels.staffAll()], event.name, hint).catch(() => undefined);
};
