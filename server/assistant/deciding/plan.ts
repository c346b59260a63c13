import type { Decision, QuestionOutcome } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { HandoffReason } from "@/lib/contracts/conversations";
import type { FoundQuestion } from "../look-up";
import type { Said } from "../words";

/** What the assistant will do about a message; `rule` is the rule that decided, for the trace. */
export type Plan =
  /** Fetch a person now. `words` replaces what the assistant says by itself. */
  | { does: "hand_over"; decision: Decision; reason: HandoffReason; said: Said; words?: string; rule?: AssistantRule }
  /**
   * Say fixed words, with the article they come from if any. `missed`: it is one more question without an answer; `asked`:
   * the general articles whose variants it asks about.
   */
  | {
      does: "say";
      decision: Decision;
      said: Said;
      words?: string;
      rule?: AssistantRule;
      missed?: true;
      asked?: string[];
    }
  /** Say what an action says: it asks, confirms, or is done. */
  | { does: "act"; decision: Decision; words: string }
  /**
   * Answer the questions that knowledge or a rule answers, and say of the others what is missing. `begun`: what an action
   * says that took one of them; `said`: what is said last, in place of offering a person.
   */
  | { does: "answer"; decision: Decision; parts: PlannedQuestion[]; begun?: string; said?: Said };

/** One question of a message and what will be said to it; where a rule says it, without passages. */
export type PlannedQuestion = FoundQuestion & { outcome: QuestionOutcome };
