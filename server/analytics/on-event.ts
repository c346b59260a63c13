import { realtimeChannels } from "@/lib/realtime-channels";
import type { Listener } from "@/server/events/listeners";
import { triggerRealtime } from "@/server/realtime/trigger";

const GAP_MS = 500;
let quietUntil = 0;
let trailing: ReturnType<typeof setTimeout> | undefined;

async function send(): Promise<void> {
  quietUntil = performance.now() + GAP_MS;
  const hint = { name: "dashboard.changed", id: "dashboard", at: new Date().toISOString() };
  await triggerRealtime([realtimeChannels.dashboard()], hint.name, hint).catch(() => undefined);
}

/**
 * Tells open dashboards that something they count has changed: at once, then at most twice a second, the last change
 * always included. What a process that ends loses, the dashboards' own polling makes up for.
 */
export const hintDashboard: Listener = async () => {
  const wait = quietUntil - performance.now();
  if (wait <= 0) return send();
  trailing ??= setTimeout(() => {
    trailing = undefined;
    void send();
  }, wait);
  trailing.unref?.();
};
