import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { actions } from "@/db/schema";
import type { ActionOutline, HttpCall } from "@/lib/contracts/actions";
import { branchChoices, productChoices } from "./builtin/catalogue";
import { allActions, BUILTIN_ACTIONS, builtinWith } from "./builtin-actions";

/** An action with its call and with the choices the catalogue holds now. */
export type LoadedAction = ActionOutline & { http: HttpCall | null };

type ActionRow = typeof actions.$inferSelect;

/** A stored action without its call. */
function outlineOf(row: ActionRow): ActionOutline {
  const { key, kind, names, phrasings, parameters, confirm, identity, results, enabled, version } = row;
  return { key, kind, names, phrasings, parameters, confirm, identity, results, enabled, version };
}

/** Every action, switched off or not, built-in ones first. */
export async function loadActions(db: Executor): Promise<ActionOutline[]> {
  return allActions((await db.select().from(actions)).map(outlineOf));
}

/** A parameter named after the catalogue takes its choices from there. */
export async function withChoices<Action extends Pick<ActionOutline, "key" | "parameters">>(
  db: Executor,
  action: Action,
): Promise<Action> {
  const parameters = await Promise.all(
    action.parameters.map(async (parameter) => {
      if (parameter.choices.length > 0) return parameter;
      if (parameter.kind === "product") return { ...parameter, choices: await productChoices(db) };
      return action.key === "find_branch" ? { ...parameter, choices: await branchChoices(db) } : parameter;
    }),
  );
  return { ...action, parameters };
}

/** One action by key, ready to be run; null when there is none, or it is switched off. */
export async function loadAction(db: Executor, key: string): Promise<LoadedAction | null> {
  const [row] = await db.select().from(actions).where(eq(actions.key, key));
  const base = BUILTIN_ACTIONS.find((action) => action.key === key);
  const outline = row && row.kind === "builtin" ? builtinWith(outlineOf(row)) : row ? outlineOf(row) : (base ?? null);
  if (!outline?.enabled) return null;
  return { ...(await withChoices(db, outline)), http: row?.http ?? null };
}
