import { eq } from "drizzle-orm";
import { actions } from "@/db/schema";
import type { SaveActionInput } from "@/lib/contracts/action-forms";
import type { ActionOutline, HttpCall } from "@/lib/contracts/actions";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { withSecret } from "./header-secrets";
import { loadActions } from "./load-actions";

/** An action as the list shows it. */
export type ActionRow = Pick<
  ActionOutline,
  "key" | "kind" | "names" | "confirm" | "identity" | "enabled" | "version"
> & {
  /** What is called; null for a built-in one. */
  target: string | null;
};

/** Every action with its switch, built-in ones first. */
export async function listActions({ ctx }: { ctx: ServiceContext }): Promise<ActionRow[]> {
  requirePermission(ctx, "settings:manage");
  const calls = await ctx.db.select({ key: actions.key, http: actions.http }).from(actions);
  const targets = new Map(calls.map(({ key, http }) => [key, http && `${http.method} ${http.url}`]));
  return (await loadActions(ctx.db)).map(({ key, kind, names, confirm, identity, enabled, version }) => ({
    key,
    kind,
    names,
    confirm,
    identity,
    enabled,
    version,
    target: targets.get(key) ?? null,
  }));
}

/** A call as administrators may see it: sealed values are never sent back. */
function shownCall(http: HttpCall): HttpCall {
  return { ...http, headers: http.headers.map((header) => (header.sealed ? { ...header, value: "" } : header)) };
}

/** An action as its form holds it. `secrets`: the headers whose secret is stored. */
export type ActionForm = SaveActionInput & { secrets: string[] };

/** One action as its form holds it. @throws ServiceError not_found `action_not_found`. */
export async function getAction({ ctx, input }: { ctx: ServiceContext; input: { key: string } }): Promise<ActionForm> {
  requirePermission(ctx, "settings:manage");
  const found = (await loadActions(ctx.db)).find(({ key }) => key === input.key);
  if (!found) throw notFound("action_not_found");
  const [row] = await ctx.db.select({ http: actions.http }).from(actions).where(eq(actions.key, input.key));
  const http = row?.http ?? null;
  const secrets = (await withSecret(http?.headers ?? [])).map(({ name }) => name);
  return { ...found, http: http && shownCall(http), secrets };
}
