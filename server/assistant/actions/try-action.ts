import { eq } from "drizzle-orm";
import { actions } from "@/db/schema";
import type { TryActionInput } from "@/lib/contracts/action-forms";
import type { ActionTrial } from "@/lib/contracts/actions";
import { newToken } from "@/lib/crypto";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import { callAction } from "./call-action";
import { requireSecrets, sealCall } from "./header-secrets";
import { fillResult } from "./plain-value";
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

/**
 * Really calls an `http` action as its form stands, saved or not, and tells what a customer would read. The event names
 * the call and never its values.
 * @throws ServiceError invalid for a call that cannot be made or a value that does not fit.
 */
export async function tryAction({ ctx, input }: { ctx: ServiceContext; input: TryActionInput }): Promise<ActionTrial> {
  requirePermission(ctx, "settings:manage");
  const { action, locale } = input;
  checkAction(action);
  if (!action.http) throw invalid("action_url_malformed");
  const [stored] = await ctx.db.select({ http: actions.http }).from(actions).where(eq(actions.key, action.key));
  const call = await sealCall(action.http, stored?.http ?? null);
  await requireSecrets(call);
  const { timeZone } = await getSettings(ctx.db, "company");
  const values = valuesOf(input, { locale, now: ctx.now, timeZone });
  const { allowedHosts } = await getSettings(ctx.db, "actions");
  await withTransaction(ctx, (tx) =>
    emitEvent(tx, ctx, { name: "action.tried", entityId: action.key, data: { method: call.method } }),
  );
  const started = performance.now();
  const proved = { verified_email: "test@example.com", verified_account: "test" };
  const outcome = await callAction({
    call,
    parameters: action.parameters,
    values: { ...proved, ...values },
    idempotencyKey: newToken(),
    allowedHosts,
  });
  const milliseconds = Math.round(performance.now() - started);
  const reply = outcome.reply ?? "";
  if (!outcome.ok) return { ok: false, reason: outcome.failure, milliseconds, reply };
  const text = fillResult(action.results[locale], { ...values, result: outcome.result });
  return { ok: true, text, milliseconds, reply };
}
