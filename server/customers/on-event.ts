import { realtimeChannels } from "@/lib/realtime-channels";
import type { Listener } from "@/server/events/listeners";
import { triggerRealtime } from "@/server/realtime/trigger";

/** Tells staff screens that what they show of a customer is out of date. */
export const hintCustomer: Listener = async (_ctx, event) => {
  const hint = { name: event.name, id: event.entityId, at: event.at.toISOString(), data: event.data };
  await triggerRealtime([realtimeChannels.staffAll()], event.name, hint).catch(() => undefined);
};
