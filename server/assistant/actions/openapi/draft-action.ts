import type { SaveActionInput } from "@/lib/contracts/action-forms";
import type { ActionParameter, HttpCall, HttpMethod } from "@/lib/contracts/actions";
import { isNode, type Node, resolveNode, textOf } from "./document";
import { draftParameter } from "./draft-parameter";
import { plainSchema } from "./plain-schema";

const RESULT_LINES = 6;
const PARAMETERS = 12;

/** Where one operation stands in its document. */
export type Operation = { document: Node; server: string; path: string; method: HttpMethod; item: Node; node: Node };

/** Why an operation cannot be an action as it is. */
export type OperationProblem = "path" | "body" | "parameters" | "header";

type Draft = {
  parameters: ActionParameter[];
  query: string[];
  path: string;
  body: string;
  headers: HttpCall["headers"];
};

function parametersOf({ document, item, node }: Operation): Node[] {
  const merged = new Map<string, Node>();
  for (const list of [item.parameters, node.parameters]) {
    if (!Array.isArray(list)) continue;
    for (const entry of list) {
      const parameter = resolveNode(document, entry);
      merged.set(`${textOf(parameter.in)} ${textOf(parameter.name)}`, parameter);
    }
  }
  return [...merged.values()];
}

/** A schema with one value that fits into one piece of text; null for any other. */
function singleSchema(document: Node, value: unknown): Node | null {
  const schema = plainSchema(document, value);
  return schema?.type === "object" || schema?.type === "array" ? null : schema;
}

function addParameter(draft: Draft, operation: Operation, parameter: Node): OperationProblem | null {
  const [name, place] = [textOf(parameter.name, 80), textOf(parameter.in)];
  const required = parameter.required === true || place === "path";
  if (place === "header") {
    const usual = /^(?:accept|content-type|authorization|idempotency-key)$/i.test(name);
    if (required && !usual) draft.headers.push({ name, value: "", sealed: true });
    return null;
  }
  if (place !== "path" && place !== "query") return required ? "parameters" : null;
  const schema = singleSchema(operation.document, parameter.schema);
  if (!schema) return required ? "parameters" : null;
  const taken = new Set(draft.parameters.map((one) => one.name));
  const drafted = draftParameter({ name, description: parameter.description, schema, required }, taken);
  draft.parameters.push(drafted);
  if (place === "query") draft.query.push(`${encodeURIComponent(name)}={${drafted.name}}`);
  else draft.path = draft.path.replaceAll(`{${name}}`, `\u0001${drafted.name}\u0002`);
  return null;
}

/**
 * Asks for the fields of a body. Where it is no object whose required fields are single values it cannot be made, and a call
 * without it is not the call that the document describes.
 */
function addBody(draft: Draft, { document, node, method }: Operation): OperationProblem | null {
  if (method === "GET" || node.requestBody === undefined) return null;
  const request = resolveNode(document, node.requestBody);
  const content = isNode(request.content) ? request.content : {};
  const media = Object.entries(content).find(([type]) => /^application\/(?:[\w.]+\+)?json/i.test(type))?.[1];
  if (media === undefined) return request.required === true ? "body" : null;
  const schema = plainSchema(document, isNode(media) ? media.schema : undefined);
  if (!schema || (schema.type !== "object" && schema.type !== undefined)) return "body";
  const properties = isNode(schema.properties) ? schema.properties : {};
  const needed = Array.isArray(schema.required) ? schema.required : [];
  const body: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties)) {
    const property = singleSchema(document, value);
    const required = needed.includes(name);
    if (property?.readOnly === true) continue;
    if (!property) {
      if (required) return "body";
      continue;
    }
    const taken = new Set(draft.parameters.map((one) => one.name));
    const source = { name, description: property.description, schema: property, required };
    const drafted = draftParameter(source, taken);
    draft.parameters.push(drafted);
    body[name] = `{${drafted.name}}`;
  }
  if (request.required === true && Object.keys(body).length === 0) return "body";
  draft.body = Object.keys(body).length > 0 ? JSON.stringify(body, null, 2) : "";
  return null;
}

/** Lines for the flat fields of a successful reply. */
function resultOf({ document, node }: Operation): string {
  const responses = isNode(node.responses) ? node.responses : {};
  const [, success] = Object.entries(responses).find(([status]) => /^2/.test(status)) ?? [];
  const content = resolveNode(document, success).content;
  const media = isNode(content) ? Object.entries(content).find(([type]) => /json/i.test(type))?.[1] : undefined;
  const schema = resolveNode(document, isNode(media) ? media.schema : undefined);
  const fields = Object.entries(isNode(schema.properties) ? schema.properties : {}).filter(([name, value]) => {
    const { type } = resolveNode(document, value);
    return /^[A-Za-z][A-Za-z0-9_-]{0,60}$/.test(name) && type !== "object" && type !== "array";
  });
  return fields
    .slice(0, RESULT_LINES)
    .map(([name]) => `- ${name}: {result.${name}}`)
    .join("\n");
}

/** Headers for what the document says about keys, to be filled in. */
function securityHeaders({ document, node }: Operation): HttpCall["headers"] {
  const wanted = Array.isArray(node.security) ? node.security : document.security;
  const names = Array.isArray(wanted) ? wanted.flatMap((entry) => (isNode(entry) ? Object.keys(entry) : [])) : [];
  const components = isNode(document.components) ? document.components : {};
  const schemes = isNode(components.securitySchemes) ? components.securitySchemes : {};
  const headers = names.flatMap((name) => {
    const scheme = resolveNode(document, Object.hasOwn(schemes, name) ? schemes[name] : undefined);
    if (scheme.type === "apiKey" && scheme.in === "header") return [textOf(scheme.name, 80)];
    return ["http", "oauth2", "openIdConnect"].includes(textOf(scheme.type)) ? ["Authorization"] : [];
  });
  return [...new Set(headers)].map((name) => ({ name, value: "", sealed: true }));
}

function keyOf({ method, path, node }: Operation): string {
  const source = textOf(node.operationId, 80) || `${method} ${path}`;
  const snake = source
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "");
  return snake.length > 1 ? snake.slice(0, 60) : "action";
}

/** An operation as an action that is not yet on: a change asks for consent, the words are the document's own. */
export function draftAction(operation: Operation): { action: SaveActionInput; problem: OperationProblem | null } {
  const draft: Draft = {
    parameters: [],
    query: [],
    path: operation.path,
    body: "",
    headers: securityHeaders(operation),
  };
  let problem: OperationProblem | null = null;
  for (const parameter of parametersOf(operation)) problem ??= addParameter(draft, operation, parameter);
  problem ??= addBody(draft, operation);
  if (/[{}]/.test(draft.path)) problem ??= "path";
  if (draft.parameters.length > PARAMETERS) problem ??= "parameters";
  const path = draft.path.replaceAll("\u0001", "{").replaceAll("\u0002", "}");
  const { node, method, server } = operation;
  const name = textOf(node.summary, 80) || textOf(node.operationId, 80) || `${method} ${operation.path}`.slice(0, 80);
  const result = resultOf(operation) || name;
  const query = draft.query.length > 0 ? `?${draft.query.join("&")}` : "";
  const action: SaveActionInput = {
    key: keyOf(operation),
    kind: "http",
    version: 0,
    names: { zh: name, en: name },
    phrasings: { zh: [name], en: [name] },
    parameters: draft.parameters.slice(0, PARAMETERS),
    confirm: method !== "GET",
    identity: false,
    results: { zh: result, en: result },
    enabled: false,
    http: { method, url: `${server}${path}${query}`, headers: draft.headers, body: draft.body },
  };
  return { action, problem };
}
