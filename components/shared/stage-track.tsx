import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { Shape, type ShapeName } from "@/components/ui/shape";

export interface Stage {
  id: string;
  label: string;
  state: "done" | "current" | "waiting" | "ahead";
  /** Time in the stage, or when it was reached. */
  detail?: ReactNode;
}

const shapes: Record<Stage["state"], ShapeName> = { done: "full", current: "full", waiting: "half", ahead: "empty" };

export interface StageTrackProps {
  label: string;
  stages: readonly Stage[];
}

/** A ticket's stages as 10-px squares, in a row; a column under 640 px. */
export function StageTrack({ label, stages }: StageTrackProps) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2 sm:flex-row sm:items-start sm:gap-3">
      {stages.map((stage, index) => {
        const present = stage.state === "current" || stage.state === "waiting";
        return (
          <li
            key={stage.id}
            aria-current={present ? "step" : undefined}
            className={cx("flex gap-2 text-12", stage.state === "ahead" && "text-muted")}
          >
            {index > 0 ? <span aria-hidden="true" className="mt-[9px] hidden h-px w-6 bg-edge sm:block" /> : null}
            <Shape name={shapes[stage.state]} size={10} className="mt-1" />
            <span>
              <span className={cx("block", present && "font-semibold")}>{stage.label}</span>
              {stage.detail ? <span className="block text-faint tabular-nums">{stage.detail}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
