"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { RealtimeConfig } from "@/lib/realtime-config";
import { RealtimeConnection } from "../shared/realtime-connection";
import { RealtimeContext, useCatchUp, useChannel } from "../shared/use-realtime";

export interface ProgressLiveProps {
  /** Of the progress link: what lets the page listen. */
  token: string;
  channel: string;
  config: RealtimeConfig;
}

/** Keeps a progress page current: what happens to the ticket shows at once; without a socket it asks every few seconds. */
export function ProgressLive({ token, channel, config }: ProgressLiveProps) {
  const [connection] = useState(() => new RealtimeConnection({ config, authorization: () => `Ticket ${token}` }));
  useEffect(() => {
    connection.start();
    return () => connection.stop();
  }, [connection]);
  return (
    <RealtimeContext value={connection}>
      <Refresh channel={channel} />
    </RealtimeContext>
  );
}

function Refresh({ channel }: { channel: string }) {
  const router = useRouter();
  const refresh = () => router.refresh();
  useChannel(channel, (event) => event.startsWith("ticket.") && refresh());
  useCatchUp(refresh);
  return null;
}
