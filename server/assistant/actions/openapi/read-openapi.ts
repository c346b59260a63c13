import { isIP } from "node:net";
import { actions } from "@/db/schema";
import { isBuiltinKey, type SaveActionInput, saveActionSchema } from "@/lib/contracts/action-forms";
import { HTTP_METHODS } from "@/lib/contracts/actions";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid, ServiceError } from "@/server/errors";
import { isPublicAddress } from "@/server/outbound/public-address";
import { getSettings } from "@/server/settings/get-settings";
import { checkCall } from "../fill-call";
import { isNode, type Node, parseOpenApi, resolveNode, textOf } from "./document";
import { draftAction, type OperationProblem } from "./draft-action";

const OPERATIONS = 200;

/** An operation to tick; one with a problem cannot be. */
export type OperationChoice = {
  id: string;
  method: string;
  path: string;
  summary: string;
  problem: OperationProblem | "malformed" | null;
  action: SaveActionInput;
};
export type OpenApiView = { title: string; server: string; operations: OperationChoice[]; leftOut: number };

/** The address calls go to, with the document's own defaults for its variables. */
function serverOf(document: Node): string {
  const [first] = Array.isArray(document.servers) ? document.servers : [];
  const server = resolveNode(document, first);
  const variables = isNode(server.variables) ? server.variables : {};
  const address = textOf(server.url, 500).replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return isNode(variable) && typeof variable.default === "string" ? variable.default : whole;
  });
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.search || /[{}]/.test(address)) throw invalid("openapi_server");
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** Names are looked up only when a call is made; what says by itself that it is inside is refused here. */
function requirePublic(server: string, allowedHosts: readonly string[]): void {
  const { hostname, host } = new URL(server);
  if (allowedHosts.includes(host) || allowedHosts.includes(hostname)) return;
  const literal = hostname.replace(/^\[(.*)\]$/, "$1");
  const inside = isIP(literal) ? !isPublicAddress(literal) : /(?:^|\.)(?:localhost|local|internal)$/i.test(hostname);
  if (inside) throw invalid("openapi_server_private", { host });
}

function* operationsOf(document: Node) {
  const paths = isNode(document.paths) ? document.paths : {};
  for (const [path, entry] of Object.entries(paths)) {
    const item = resolveNode(document, entry);
    for (const method of HTTP_METHODS) {
      const node = item[method.toLowerCase()];
      if (path.startsWith("/") && isNode(node)) yield { path, method, item, node };
    }
  }
}

/** A key nobody has yet. */
function freeKey(key: string, taken: Set<string>): string {
  let candidate = key;
  for (let at = 2; taken.has(candidate) || isBuiltinKey(candidate); at += 1) candidate = `${key.slice(0, 55)}_${at}`;
  taken.add(candidate);
  return candidate;
}

function problemWith(action: SaveActionInput): "malformed" | null {
  if (!saveActionSchema.safeParse(action).success) return "malformed";
  try {
    if (action.http) checkCall(action.http, action.parameters);
    return null;
  } catch (error) {
    if (error instanceof ServiceError) return "malformed";
    throw error;
  }
}

/**
 * Reads an OpenAPI 3 document into actions to tick; stores nothing and fetches nothing. At most 200 operations are read.
 * @throws ServiceError invalid `openapi_malformed`, `openapi_version`, `openapi_reference`, `openapi_server`,
 *   `openapi_server_private`, `openapi_empty`.
 */
export async function readOpenApi({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { text: string };
}): Promise<OpenApiView> {
  requirePermission(ctx, "settings:manage");
  const document = parseOpenApi(input.text);
  const server = serverOf(document);
  requirePublic(server, (await getSettings(ctx.db, "actions")).allowedHosts);
  const taken = new Set((await ctx.db.select({ key: actions.key }).from(actions)).map(({ key }) => key));
  const all = [...operationsOf(document)];
  if (all.length === 0) throw invalid("openapi_empty");
  const operations = all.slice(0, OPERATIONS).map((operation): OperationChoice => {
    const { action, problem } = draftAction({ document, server, ...operation });
    const named = { ...action, key: freeKey(action.key, taken) };
    const { method, path, node } = operation;
    const summary = textOf(node.summary) || textOf(node.description);
    return { id: `${method} ${path}`, method, path, summary, problem: problem ?? problemWith(named), action: named };
  });
  const info = isNode(document.info) ? document.info : {};
  return { title: textOf(info.title), server, operations, leftOut: all.length - operations.length };
}
