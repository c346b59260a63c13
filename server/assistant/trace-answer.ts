import type { AnswerTrace, TracedQuestion } from "@/lib/contracts/answer-trace";
import type { QuestionOutcome } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { FittedPassage } from "./circumstances/fit-passages";
import type { Plan } from "./deciding/plan";
import type { FoundQuestion } from "./look-up";
import type { Understood } from "./understand";

const CANDIDATES = 6;

const TRACED = {
  answered: "answer",
  unclear: "clarify",
  unanswered: "offer",
  action: "action",
  waiting: "action",
} as const satisfies Record<QuestionOutcome, TracedQuestion["outcome"]>;

function outcomeOf(plan: Plan, at: number): TracedQuestion["outcome"] {
  if (plan.does === "answer") {
    const part = plan.parts[at];
    return part?.rule ? "rule" : TRACED[part?.outcome ?? "unanswered"];
  }
  if (plan.does === "act") {
    const outcome = plan.decision.questions?.[at]?.outcome;
    return outcome === "unclear" || outcome === "unanswered" ? TRACED[outcome] : "action";
  }
  if (plan.rule) return "rule";
  if (plan.does === "hand_over") return "handoff";
  return plan.decision.kind === "ask" ? "clarify" : "offer";
}

/** The rule that decided, on the whole message or on one of its questions. */
function ruleIn(plan: Plan): AssistantRule | undefined {
  if (plan.does === "act") return undefined;
  return plan.does === "answer" ? plan.parts.find(({ rule }) => rule)?.rule : plan.rule;
}

/** What staff may read of how an answer came about. */
export function traceAnswer(understood: Understood, found: readonly FoundQuestion[], plan: Plan): AnswerTrace {
  const { sentiment, urgency, anger, reasons } = understood.feeling;
  const rule = ruleIn(plan);
  return {
    query: understood.question,
    questions: found.map(({ text, lookedUp, carried, confidence, settled, passages }, at) => ({
      text,
      ...(lookedUp !== text && { lookedUp }),
      ...(carried.length > 0 && { carried }),
      ...(settled && { settled }),
      ...variantOf(passages[0]),
      confidence,
      outcome: outcomeOf(plan, at),
    })),
    candidates: found.flatMap(({ passages }, question) =>
      passages.slice(0, CANDIDATES).map(({ articleId, title, chunkId, score, confidence }) => ({
        question,
        articleId,
        title,
        chunkId,
        score,
        confidence,
      })),
    ),
    recognised: found.flatMap(({ recognised, passages }, question) =>
      recognised.flatMap(({ articleId, confidence }) => {
        const title = passages.find((passage) => familyIdOf(passage) === articleId)?.title;
        return title ? [{ question, articleId, title, confidence }] : [];
      }),
    ),
    ...endpointsOf(found),
    feeling: { sentiment, urgency, anger, reasons },
    ...(rule && { rule: { id: rule.id, name: rule.name } }),
  };
}

/** What an article is found and recognised as. */
const familyIdOf = ({ variant, articleId }: FittedPassage): string => variant?.familyId ?? articleId;

/** How the best source was picked among the texts of its family, where it has several. */
function variantOf(passage: FittedPassage | undefined): Pick<TracedQuestion, "variant"> {
  if (!passage?.variant) return {};
  const { does, because, chosen, general } = passage.variant;
  const title = does === "use" ? { title: passage.title } : {};
  return { variant: { ...title, because, ...(chosen && { chosen }), ...(general && { general }) } };
}

/** Every endpoint that was asked, each failing one once: it was away for all questions alike. */
function endpointsOf(found: readonly FoundQuestion[]): Pick<AnswerTrace, "endpoints"> {
  const uses = new Map(found.flatMap(({ endpoints }) => endpoints.map((use) => [use.kind, use])));
  return uses.size > 0 ? { endpoints: [...uses.values()] } : {};
}
