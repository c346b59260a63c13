"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PRESENCE_STATES, type PresenceState } from "@/lib/contracts/routing";
import { Button } from "../ui/button";
import { OfflineDialog } from "./offline-dialog";
import { PresenceShape } from "./presence-shape";
import { usePresence } from "./use-presence";

const MAX_CAPACITY = 50;

function Capacity({ value, load, onChange }: { value: number; load: number; onChange: (next: number) => void }) {
  const t = useTranslations("routing.presence");
  return (
    <div className="flex items-center justify-between gap-3 px-2 py-1">
      <span>
        {t("capacity")}
        <span className="block text-12 text-muted">
          {t(load >= value ? "full" : "load", { load, capacity: value })}
        </span>
      </span>
      <span className="flex items-center gap-1">
        <Button size={28} aria-label={t("fewer")} disabled={value <= 1} onClick={() => onChange(value - 1)}>
          −
        </Button>
        <output className="w-6 text-center tabular-nums">{value}</output>
        <Button size={28} aria-label={t("more")} disabled={value >= MAX_CAPACITY} onClick={() => onChange(value + 1)}>
          +
        </Button>
      </span>
    </div>
  );
}

function StateChoice({ state, chosen, onChoose }: { state: PresenceState; chosen: boolean; onChoose: () => void }) {
  const t = useTranslations("routing.state");
  return (
    <label className="flex min-h-8 items-center gap-2 rounded-chip px-2 hover:bg-hover has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11">
      <input type="radio" name="presence" className="sr-only" checked={chosen} onChange={onChoose} />
      <PresenceShape state={state} />
      <span className={chosen ? "font-semibold" : ""}>{t(state)}</span>
    </label>
  );
}

/** One's own state and capacity, as the first part of the account menu. */
export function PresenceSection() {
  const t = useTranslations("routing");
  const presence = usePresence();
  const [asking, setAsking] = useState(false);
  const state = presence.state ?? "offline";
  async function choose(next: PresenceState): Promise<void> {
    if (next === "offline" && (await presence.loadNow()) > 0) setAsking(true);
    else presence.change({ state: next });
  }
  return (
    <>
      <fieldset>
        <legend className="sr-only">{t("presence.label")}</legend>
        {PRESENCE_STATES.map((one) => (
          <StateChoice key={one} state={one} chosen={one === state} onChoose={() => choose(one)} />
        ))}
      </fieldset>
      <Capacity
        value={presence.capacity}
        load={presence.load}
        onChange={(capacity) => presence.change({ state, capacity })}
      />
      <OfflineDialog
        open={asking}
        load={presence.load}
        onClose={() => setAsking(false)}
        onDecide={(giveBack) => {
          setAsking(false);
          presence.change({ state: "offline", giveBack });
        }}
      />
    </>
  );
}
