import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import { configuredModel } from "@/server/ai/resolve-model";
import type { SqlExecutor } from "@/server/sql";
import { proposeTurn } from "./action-turn";
import { mayPropose } from "./actions/may-propose";
import { readProposal } from "./actions/read-proposal";
import { toolDescriptors } from "./actions/tool-descriptors";
import { usableActions } from "./actions/wanted-actions";
import type { AnswerClaim } from "./claim-answer";
import { ComposeFailure } from "./compose";
import type { Plan } from "./deciding/plan";
import { isOverBudget } from "./model-spending";
import { type Material, materialOf, type OpenReply, openReply } from "./open-reply";
import { sourceParts } from "./sources";
import { keepLease, type Writing } from "./store-answer";
import type { Understood } from "./understand";
import { spentOn, stepDownOf } from "./write-text";

/** What the configured model made of a message before anything is said. */
export type Consulted = {
  plan: Plan;
  /** For the trace: what it used up, and why it is not heard. */
  spent: Pick<AnswerTrace, "model" | "tokens" | "cost" | "stepDown">;
  /** Its words, where the plan is to answer: they are on their way already, or it failed. */
  begun: OpenReply | "failed" | null;
};

type Question = { db: SqlExecutor; claim: AnswerClaim; writing: Writing; understood: Understood; plan: Plan };

/**
 * Lets the configured model choose between words and an action where it may (actions/may-propose.ts). A tool call becomes
 * a turn of that action, which asks the customer for whatever is needed; anything else leaves the plan as it was. The
 * model's failure leaves it too, and the trace says so.
 */
export async function consultModel(question: Question, asked: number): Promise<Consulted> {
  const { claim, understood, plan } = question;
  const model = configuredModel();
  const unasked: Consulted = { plan, spent: {}, begun: null };
  if (!model || !mayPropose({ plan, asked, inAction: claim.run !== null })) return unasked;
  const parts = plan.does === "answer" ? sourceParts(plan.parts, false) : [];
  const material = materialOf(claim, understood, parts);
  if (usableActions(claim).length === 0 || isOverBudget(material.spentToday, material.prices)) return unasked;
  const spent: Consulted["spent"] = {};
  try {
    return await choose(question, model, material, spent);
  } catch (error) {
    if (!(error instanceof ComposeFailure)) throw error;
    spent.stepDown = stepDownOf(error, `${model.provider}/${model.modelId}`);
    return { plan, spent, begun: "failed" };
  }
}

async function choose(
  { db, claim, writing, understood, plan }: Question,
  model: LanguageModelV4,
  material: Material,
  spent: Consulted["spent"],
): Promise<Consulted> {
  const usable = usableActions(claim);
  const begun = await openReply(model, material, toolDescriptors(usable), () => keepLease(db, writing));
  if (!begun.composed || begun.report.cited.length > 0) return { plan, spent, begun };
  const { call } = begun.composed;
  Object.assign(spent, { model: begun.model, ...spentOn(begun.composed, material) });
  if (call) {
    const proposal = readProposal(call, usable);
    if (!proposal) throw new ComposeFailure("garbage", `no such tool: ${call.name}`);
    const turn = (await keepLease(db, writing)) && (await proposeTurn(writing, understood, proposal));
    if (turn) return { plan: { does: "act", decision: turn.decision, words: turn.text }, spent, begun: null };
  }
  if (plan.does === "answer") throw new ComposeFailure("unsupported", "no sentence was proved by a source");
  return { plan, spent, begun: null };
}
