import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { actionRuns } from "@/db/schema";
import { isBuiltinKey } from "@/lib/contracts/action-forms";
import type { ActionTurn, BuiltinKey } from "@/lib/contracts/actions";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import type { ProvedPerson } from "@/server/customers/identity/proved-person";
import type { BuiltinAction } from "./builtin/builtin-work";
import { BUILTIN_CHECKS, BUILTIN_CODE } from "./builtin/run-builtin";
import type { ActionOutcome } from "./call-action";
import type { LoadedAction } from "./load-actions";
import { resultText } from "./plain-value";
import type { RunProgress } from "./run-state";
import { type RunRow, saveRun } from "./run-store";
import { speakDone, speakFailure, speakStep, speakUnknown } from "./speak-step";

/** A deed with all it is done with. */
export type Deed = {
  row: RunRow;
  action: LoadedAction;
  run: RunProgress;
  person: ProvedPerson | null;
  locale: Locale;
  conversation: ConversationRow;
};

/** How often a number that is on no record is asked for again. */
const SECOND_LOOKS = 1;

/** Runs built-in code: it says no before it writes anything. */
async function runBuiltin(
  tx: Transaction,
  ctx: ServiceContext,
  { action, run, person, locale, conversation, row }: Deed,
  codes: Partial<Record<BuiltinKey, BuiltinAction>>,
): Promise<ActionOutcome | null> {
  const code = isBuiltinKey(action.key) ? codes[action.key] : undefined;
  if (!code || action.kind !== "builtin") return null;
  return code({ tx, ctx, values: run.values, person, locale, conversation, runKey: row.idempotencyKey });
}

/** Before consent is asked: what can be seen already to be impossible is said instead. */
export async function prepareDeed(tx: Transaction, ctx: ServiceContext, deed: Deed): Promise<ActionTurn> {
  const outcome = await runBuiltin(tx, ctx, deed, BUILTIN_CHECKS);
  if (outcome && !outcome.ok) return closeRun(tx, ctx, deed, outcome);
  await saveRun(tx, ctx, deed.row, deed.run);
  return speakStep(deed, { kind: "confirm", again: false, run: deed.run });
}

/** Does a built-in deed and ends its run, in the caller's transaction. */
export async function endDeed(tx: Transaction, ctx: ServiceContext, deed: Deed): Promise<ActionTurn> {
  const outcome = await runBuiltin(tx, ctx, deed, BUILTIN_CODE);
  return closeRun(tx, ctx, deed, outcome ?? { ok: false, failure: "gone" });
}

/** How often the deed was tried, this time included. */
const triesOf = ({ calls, state }: RunRow) => calls + (state === "running" ? 0 : 1);

/** A number that is on no record is asked for once more, with what was looked for. */
function askAgain({ action, run, row }: Deed): { name: string; value: string } | null {
  const parameter = action.parameters.find(({ kind }) => kind === "order_number" || kind === "ticket_number");
  const value = parameter && run.values[parameter.name];
  return parameter && value !== undefined && triesOf(row) <= SECOND_LOOKS ? { name: parameter.name, value } : null;
}

/** Ends a run by how its deed ended, or asks once more for a number that is on no record. Returns what is said. */
export async function closeRun(
  tx: Transaction,
  ctx: ServiceContext,
  deed: Deed,
  outcome: ActionOutcome,
): Promise<ActionTurn> {
  const { row, run, action, locale } = deed;
  if (outcome.ok) {
    const { result } = outcome;
    const text = resultText(action, locale, run.values, result);
    await saveRun(tx, ctx, row, { ...run, state: "done", slot: null }, { result });
    return speakDone(deed, text);
  }
  const again = outcome.failure === "not_found" ? askAgain(deed) : null;
  if (again) {
    const { [again.name]: _gone, ...values } = run.values;
    const next: RunProgress = { ...run, values, state: "collecting", slot: again.name };
    await saveRun(tx, ctx, row, next);
    const calls = triesOf(row);
    await tx.update(actionRuns).set({ calls, runningUntil: null }).where(eq(actionRuns.id, row.id));
    return speakUnknown(deed, next, again.value);
  }
  await saveRun(tx, ctx, row, { ...run, state: "failed", slot: null }, { failure: outcome.failure });
  return speakFailure(deed, outcome.failure);
}
