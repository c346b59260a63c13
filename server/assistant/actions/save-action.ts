import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { actions } from "@/db/schema";
import { isBuiltinKey, type SaveActionInput } from "@/lib/contracts/action-forms";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, invalid, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { violatedConstraint, withTransaction } from "@/server/transaction";
import { BUILTIN_ACTIONS } from "./builtin-actions";
import { checkCall } from "./fill-call";
import { requireSecrets, sealCall } from "./header-secrets";

/** What the schema cannot see. */
export function checkAction(input: SaveActionInput): void {
  const builtin = isBuiltinKey(input.key);
  if (builtin !== (input.kind === "builtin")) throw invalid("action_key_taken");
  if (builtin) return;
  if (!input.http) throw invalid("action_url_malformed");
  if (input.parameters.some(({ kind, choices }) => kind === "choice" && choices.length === 0)) {
    throw invalid("choices_missing");
  }
  checkCall(input.http, input.parameters);
}

async function write(tx: Transaction, ctx: ServiceContext, input: SaveActionInput): Promise<{ version: number }> {
  const { key, version, http, ...values } = input;
  const [stored] = await tx.select().from(actions).where(eq(actions.key, key)).for("update");
  if ((stored?.version ?? 0) !== version) {
    throw conflict(version === 0 && input.kind === "http" ? "action_key_taken" : "changed_elsewhere");
  }
  const call = http && (await sealCall(http, stored?.http ?? null));
  if (call && values.enabled) await requireSecrets(call);
  const row = { ...values, key, http: call, version: version + 1 };
  if (stored) {
    const same = and(eq(actions.key, key), eq(actions.version, version));
    await tx
      .update(actions)
      .set({ ...row, updatedAt: ctx.now })
      .where(same);
  } else await tx.insert(actions).values(row);
  await emitEvent(tx, ctx, {
    name: "action.saved",
    entityId: key,
    data: { version: version + 1, enabled: row.enabled },
  });
  return { version: version + 1 };
}

/**
 * Stores actions, all or none: a new one with version 0, an existing one as it was opened.
 * @throws ServiceError invalid for a call that cannot be made, or that is on without its secrets; conflict `action_key_taken`, `changed_elsewhere`.
 */
export async function saveActions({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { actions: readonly SaveActionInput[] };
}): Promise<{ version: number }[]> {
  requirePermission(ctx, "settings:manage");
  for (const action of input.actions) checkAction(action);
  try {
    return await withTransaction(ctx, async (tx) => {
      const saved = [];
      for (const action of input.actions) saved.push(await write(tx, ctx, action));
      return saved;
    });
  } catch (error) {
    if (violatedConstraint(error) === "actions_key_key") throw conflict("action_key_taken");
    throw error;
  }
}

/**
 * Switches an action on or off; runs in the middle of it end. One whose call lacks a secret stays off.
 * @throws ServiceError not_found `action_not_found`; invalid `header_value_missing` (`name`).
 */
export async function switchAction({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { key: string; enabled: boolean };
}): Promise<void> {
  requirePermission(ctx, "settings:manage");
  const { key, enabled } = input;
  await withTransaction(ctx, async (tx) => {
    const [row] = await tx.select().from(actions).where(eq(actions.key, key)).for("update");
    const base = BUILTIN_ACTIONS.find((action) => action.key === key);
    if (!row && !base) throw notFound("action_not_found");
    if ((row?.enabled ?? base?.enabled) === enabled) return;
    if (enabled && row?.http) await requireSecrets(row.http);
    const version = (row?.version ?? 0) + 1;
    if (row) await tx.update(actions).set({ enabled, version }).where(eq(actions.key, key));
    else if (base)
      await tx
        .insert(actions)
        .values({ ...base, http: null, enabled, version })
        .onConflictDoNothing();
    await emitEvent(tx, ctx, { name: "action.saved", entityId: key, data: { version, enabled } });
  });
}

/** Removes an action, or makes a built-in one what it was; again changes nothing. */
export async function removeAction({ ctx, input }: { ctx: ServiceContext; input: { key: string } }): Promise<void> {
  requirePermission(ctx, "settings:manage");
  await withTransaction(ctx, async (tx) => {
    const [row] = await tx.delete(actions).where(eq(actions.key, input.key)).returning({ key: actions.key });
    if (row) await emitEvent(tx, ctx, { name: "action.removed", entityId: row.key });
  });
}
