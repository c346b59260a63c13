import type { QuestionOutcome } from "@/lib/contracts/assistant";
import type { ShapeName } from "../ui/shape";

/** How what became of one question is drawn beside its words. */
export const OUTCOME_SHAPES = {
  answered: "full",
  action: "half",
  waiting: "half",
  unclear: "empty",
  unanswered: "empty",
} as const satisfies Record<QuestionOutcome, ShapeName>;
