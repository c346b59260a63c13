import type { VersionState } from "@/lib/contracts/knowledge";
import type { ShapeName } from "../ui/shape";

/** What one language of an article is to its editors: `changed` is out with newer words waiting. */
export type LanguageState = "missing" | "draft" | "scheduled" | "changed" | "published" | "archived";

export const STATE_SHAPES: Record<LanguageState, ShapeName> = {
  missing: "dot-dashed",
  draft: "empty",
  scheduled: "empty",
  changed: "half",
  published: "full",
  archived: "dot-empty",
};

/** The state of a language from the states of its versions. */
export function languageState(states: readonly VersionState[] = [], scheduled = false): LanguageState {
  const drafted = states.includes("draft") || states.includes("in_review");
  if (drafted && scheduled) return "scheduled";
  if (states.includes("published")) return drafted ? "changed" : "published";
  if (drafted) return "draft";
  return states.includes("archived") ? "archived" : "missing";
}
