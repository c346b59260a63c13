import type { PresenceState } from "@/lib/contracts/routing";
import { Shape, type ShapeName } from "../ui/shape";

const SHAPES: Record<PresenceState, ShapeName> = {
  online: "dot",
  busy: "dot-half",
  away: "dot-dashed",
  offline: "dot-empty",
};

/** A person's presence as a drawn dot; the word always stands beside it. */
export function PresenceShape({ state, size = 8 }: { state: PresenceState; size?: number }) {
  return (
    <span className={state === "online" ? "text-online" : "text-muted"}>
      <Shape name={SHAPES[state]} size={size} />
    </span>
  );
}
