import type { ActionTurn } from "@/lib/contracts/actions";
import type { DecisionKind, QuestionOutcome } from "@/lib/contracts/assistant";
import type { Locale } from "@/lib/i18n";
import { configuredModel } from "@/server/ai/resolve-model";
import type { SqlExecutor } from "@/server/sql";
import { type Shared, shareOut } from "./action-turn";
import { usableActions } from "./actions/wanted-actions";
import type { HistoryEntry } from "./claim-answer";
import { decideFirst, decideNext } from "./deciding/decide";
import { failedAfter, failedBefore } from "./deciding/failed-answers";
import type { Plan } from "./deciding/plan";
import { planBeside } from "./deciding/plan-beside";
import { type FoundQuestion, lookUp } from "./look-up";
import type { RehearsalGround } from "./rehearsal-ground";
import { underRules } from "./rules/under-rules";
import { sourceParts } from "./sources";
import { understand } from "./understand";

type Titled = { articleId: string; title: string };

/** What the assistant would do with a message. */
export type Rehearsal = {
  kind: DecisionKind;
  /** In [0, 1], as the decision says it. */
  confidence: number;
  /** Each question of the message: what it is answered from first, or which articles it may have meant. */
  parts: { outcome: QuestionOutcome; source: Titled | null; choices: Titled[] }[];
  /** The action it would begin. */
  action?: string;
};

type Turn = { rehearsal: Rehearsal; said: HistoryEntry; misses: number };

/**
 * Goes through what the assistant would do with the last of these messages, having been told the others before, one
 * after another: the same understanding, looking up and deciding as for a customer. Nothing is written, no language model
 * is asked and no action runs; configured embedding and ranking endpoints are, as they are part of looking up. The
 * customer is an ordinary one, without an action under way, and somebody is there to take over.
 */
export async function rehearse(
  db: SqlExecutor,
  ground: RehearsalGround,
  input: { locale: Locale; said: readonly [string, ...string[]] },
): Promise<Rehearsal> {
  const history: HistoryEntry[] = [];
  let misses = 0;
  let last: Rehearsal | undefined;
  for (const text of input.said) {
    const entry: HistoryEntry = { role: "customer", text, answered: false, article: null };
    const turn = await takeTurn(db, ground, input.locale, [...history, entry], misses);
    history.push({ ...entry, answered: true }, turn.said);
    misses = turn.misses;
    last = turn.rehearsal;
  }
  if (!last) throw new Error("Nothing said");
  return last;
}

async function takeTurn(
  db: SqlExecutor,
  ground: RehearsalGround,
  locale: Locale,
  history: HistoryEntry[],
  missesBefore: number,
): Promise<Turn> {
  const { settings, rules, subjects } = ground;
  const understood = understand({ history, locale }, subjects, { usable: usableActions(ground), run: null });
  const misses = failedBefore(missesBefore, history, understood);
  const found = underRules(await lookUp(db, understood, ground.recognisers), rules);
  const input = { understood, found, settings, rules, misses, tier: "basic" as const, inAction: false, mayFetch: true };
  const first = decideFirst(input);
  const begun = first ? null : begunBy(shareOut({ ...ground, run: null }, understood, found, settings));
  const action = begun?.decision.action.key;
  if (action !== undefined && found.length < 2) {
    const said: HistoryEntry = { role: "assistant", text: "", answered: true, article: null };
    return { rehearsal: { kind: "ask", confidence: 1, parts: [], action }, said, misses };
  }
  const plan = first ?? (begun ? planBeside(input, begun, null) : decideNext(input));
  const parts = partsOf(plan, found);
  const { kind, confidence } = plan.decision;
  const reply = { decision: plan.decision, unsolved: false };
  const said: HistoryEntry = { role: "assistant", ...spoken(plan), answered: true, reply };
  const rehearsal = { kind, confidence, parts, ...(action !== undefined && { action }) };
  return { rehearsal, said, misses: failedAfter(misses, plan) };
}

/** The first turn of actions that are not run: the first asks for something, and the others wait. */
function begunBy({ questions, actionKey }: Shared): ActionTurn | null {
  const taken = questions.flatMap(({ wants }, at) => (wants === null ? [] : [{ at, wants }]));
  const key = taken[0]?.wants ?? actionKey;
  if (key === null || key === undefined) return null;
  const outcomes = taken.map(({ at }, place) => ({
    at,
    outcome: place === 0 ? ("action" as const) : ("waiting" as const),
  }));
  return {
    text: "",
    decision: { kind: "ask", confidence: 1, action: { key, state: "collecting" } },
    questions: outcomes,
  };
}

/** What it answers from first is what later turns take for the subject. */
function spoken(plan: Plan): Pick<HistoryEntry, "text" | "article"> {
  const source = plan.does === "answer" ? sourcesOf(plan)[0]?.sources[0] : undefined;
  return { text: source?.text ?? "", article: source?.title ?? null };
}

const sourcesOf = ({ parts }: Extract<Plan, { does: "answer" }>) => sourceParts(parts, configuredModel() === null);

function partsOf(plan: Plan, found: readonly FoundQuestion[]): Rehearsal["parts"] {
  if (plan.does === "answer") {
    const sourced = sourcesOf(plan)[Symbol.iterator]();
    return plan.parts.map(({ outcome, rule }) => {
      const told = outcome === "answered" ? (rule ?? sourced.next().value) : undefined;
      const source = told?.sources[0];
      return { outcome, source: source ? titled(source) : null, choices: [] };
    });
  }
  const source = plan.does === "say" ? plan.rule?.sources[0] : undefined;
  if (source && plan.decision.kind === "answer") return [{ outcome: "answered", source: titled(source), choices: [] }];
  const { choices } = plan.decision;
  return choices ? [{ outcome: "unclear", source: null, choices: offered(choices, found) }] : [];
}

/** The articles that stand behind the choices a customer is given. */
function offered(choices: readonly string[], found: readonly FoundQuestion[]): Titled[] {
  const passages = found.flatMap(({ passages: all }) => all);
  const meant = passages.filter(({ question, title }) => choices.includes(question ?? title)).map(titled);
  return [...new Map(meant.map((each) => [each.articleId, each])).values()];
}

const titled = ({ articleId, title }: Titled): Titled => ({ articleId, title });
