"use client";

import { useLocale, useTimeZone } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { StaffRole } from "@/lib/contracts/team";
import type { RealtimeConfig } from "@/lib/realtime-config";
import type { TimeReader } from "@/lib/time";
import { RealtimeConnection } from "../shared/realtime-connection";
import { RealtimeContext } from "../shared/use-realtime";
import { useStyleNonce } from "./use-style-nonce";

/** The signed-in person, as screens need them. */
export type Me = { id: string; name: string; role: StaffRole };

const MeContext = createContext<Me | null>(null);

/** Who is signed in. @throws Error outside of the console's shell. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe needs ConsoleProviders");
  return me;
}

/** The reader's language and the company's time zone, for everything in lib/time.ts. */
export function useReader(): TimeReader {
  const [locale, timeZone] = [useLocale(), useTimeZone()];
  return { locale, timeZone: timeZone ?? "UTC" };
}

const PaletteContext = createContext<[boolean, (open: boolean) => void]>([false, () => undefined]);

/** Whether the command palette is open, and the switch: its key and the account menu open the same one. */
export function usePalette(): [boolean, (open: boolean) => void] {
  return useContext(PaletteContext);
}

/** Who is signed in, the command palette and the page's realtime socket, for every staff screen. */
export function ConsoleProviders({
  me,
  realtime,
  children,
}: {
  me: Me;
  realtime: RealtimeConfig;
  children: ReactNode;
}) {
  useStyleNonce();
  const palette = useState(false);
  const [connection] = useState(() => new RealtimeConnection({ config: realtime }));
  useEffect(() => {
    connection.start();
    return () => connection.stop();
  }, [connection]);
  return (
    <MeContext value={me}>
      <PaletteContext value={palette}>
        <RealtimeContext value={connection}>{children}</RealtimeContext>
      </PaletteContext>
    </MeContext>
  );
}
