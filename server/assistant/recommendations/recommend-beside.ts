import type { Recommendation } from "@/lib/contracts/recommendations";
import { SETTINGS } from "@/lib/contracts/settings";
import type { SqlExecutor } from "@/server/sql";
import type { AnswerClaim } from "../claim-answer";
import type { Plan } from "../deciding/plan";
import type { Understood } from "../understand";
import { loadSignals } from "./load-signals";
import { asksToBuy, mayRecommend } from "./may-recommend";
import { recommend, type Signals } from "./recommend";
import { inWords } from "./recommendation-words";

type LoadedSignals = Omit<Signals, "buying">;

/**
 * Reads what recommendations beside an answer would be made of; null when there are to be none. A failure is none: an
 * answer does not wait for it to be repaired.
 */
export async function signalsBeside(
  db: SqlExecutor,
  claim: AnswerClaim,
  { question, locale }: Understood,
): Promise<LoadedSignals | null> {
  const { chat } = settingsOf(claim);
  const said = claim.history.filter(({ role }) => role === "customer").map(({ text }) => text);
  if (!chat || !mayRecommend(said)) return null;
  const input = { customerId: claim.customerId, locale, said: question, now: new Date() };
  return loadSignals(db, input).catch(() => null);
}

/** What may help next beside an answer that answers everything asked; nothing where a person is offered or fetched. */
export function recommendBeside(
  claim: AnswerClaim,
  { question, locale }: Understood,
  plan: Plan,
  signals: LoadedSignals | null,
): Recommendation[] {
  if (!signals || plan.does !== "answer" || plan.decision.offered) return [];
  if (plan.parts.some(({ outcome }) => outcome !== "answered")) return [];
  const shown = plan.parts.flatMap(({ passages }) => {
    const [best] = passages;
    return best ? [best.variant?.familyId ?? best.articleId] : [];
  });
  const whole = { ...signals, known: [...signals.known, ...shown], buying: asksToBuy(question) };
  return recommend(whole, settingsOf(claim), new Date()).map((suggestion) => inWords(suggestion, locale));
}

const settingsOf = ({ settings }: AnswerClaim) => SETTINGS.recommendations.parse(settings.recommendations ?? {});
