import { eq } from "drizzle-orm";
import { actions } from "@/db/schema";
import { isBuiltinKey, type TryActionInput } from "@/lib/contracts/action-forms";
import type { ActionTrial } from "@/lib/contracts/actions";
import { newToken } from "@/lib/crypto";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import { tryBuiltin } from "./builtin/try-builtin";
import { type ActionOutcome, callAction } from "./call-action";
import { requireSecrets, sealCall } from "./header-secrets";
import { withChoices } from "./load-actions";
import { resultText } from "./plain-value";
import { checkAction } from "./save-action";
import { answersFor, type ValueContext } from "./values-in";

/** The values as a customer's answers would be taken. @throws ServiceError invalid `action_value_malformed` (`name`). */
function valuesOf({ action, values }: TryActionInput, context: ValueContext): Record<string, string> {
  const entries = action.parameters.flatMap((parameter) => {
    const typed = (Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined)?.trim() ?? "";
    if (typed === "" && !parameter.required) return [];
    const [value] = answersFor(typed, parameter, context);
    if (value === undefined) throw invalid("action_value_malformed", { name: parameter.label[context.locale] });
    return [[parameter.name, value] as const];
  });
  return Object.fromEntries(entries);
}

const noteTrial = (ctx: ServiceContext, { key, http }: TryActionInput["action"]): Promise<void> =>
  withTransaction(ctx, (tx) =>
    emitEvent(tx, ctx, { name: "action.tried", entityId: key, data: http ? { method: http.method } : {} }),
  );

/** Does a built-in action for nothing. */
async function tryCode(
  ctx: ServiceContext,
  { action, locale }: TryActionInput,
  values: Record<string, string>,
): Promise<ActionOutcome> {
  const { key } = action;
  if (!isBuiltinKey(key)) throw invalid("action_key_taken");
  await noteTrial(ctx, action);
  return tryBuiltin(ctx, { key, values, locale });
}

/** Makes the call of an `http` action, with what a proved customer would hand over. */
async function tryCall(
  ctx: ServiceContext,
  { action }: TryActionInput,
  values: Record<string, string>,
): Promise<ActionOutcome> {
  if (!action.http) throw invalid("action_url_malformed");
  const [stored] = await ctx.db.select({ http: actions.http }).from(actions).where(eq(actions.key, action.key));
  const call = await sealCall(action.http, stored?.http ?? null);
  await requireSecrets(call);
  await noteTrial(ctx, action);
  const { allowedHosts } = await getSettings(ctx.db, "actions");
  const proved = { verified_email: "test@example.com", verified_account: "test" };
  return callAction({
    call,
    parameters: action.parameters,
    values: { ...proved, ...values },
    idempotencyKey: newToken(),
    allowedHosts,
  });
}

/**
 * Tries an action as its form stands, saved or not, and tells what a customer would read: an `http` action is really
 * called, a built-in one is done and taken back. The event names the action and never its values.
 * @throws ServiceError invalid for a call that cannot be made or a value that does not fit.
 */
export async function tryAction({ ctx, input }: { ctx: ServiceContext; input: TryActionInput }): Promise<ActionTrial> {
  requirePermission(ctx, "settings:manage");
  const { action, locale } = input;
  checkAction(action);
  const { parameters } = await withChoices(ctx.db, action);
  const { timeZone } = await getSettings(ctx.db, "company");
  const values = valuesOf({ ...input, action: { ...action, parameters } }, { locale, now: ctx.now, timeZone });
  const started = performance.now();
  const outcome = action.kind === "builtin" ? await tryCode(ctx, input, values) : await tryCall(ctx, input, values);
  const milliseconds = Math.round(performance.now() - started);
  const reply = outcome.reply ?? "";
  if (!outcome.ok) return { ok: false, reason: outcome.failure, milliseconds, reply };
  return { ok: true, text: resultText(action, locale, values, outcome.result), milliseconds, reply };
}
