import { parseDocument } from "yaml";
import { invalid } from "@/server/errors";

/** How deep references may lead into each other, and how many aliases a YAML file may expand to. */
const DEPTH = 30;
const ALIASES = 100;

export type Node = Record<string, unknown>;

/** Whether something is an object with keys. */
export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text field, shortened; empty when there is none. */
export function textOf(value: unknown, limit = 200): string {
  return typeof value === "string" ? [...value.replaceAll(/\s+/g, " ").trim()].slice(0, limit).join("") : "";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: YAML, of which JSON is almost a part.
  }
  try {
    const document = parseDocument(text, { schema: "core", merge: false, uniqueKeys: true, logLevel: "silent" });
    if (document.errors.length > 0) throw invalid("openapi_malformed");
    return document.toJS({ maxAliasCount: ALIASES });
  } catch {
    throw invalid("openapi_malformed");
  }
}

/**
 * An OpenAPI document of version 3, from JSON or YAML.
 * @throws ServiceError invalid `openapi_malformed`, `openapi_version`.
 */
export function parseOpenApi(text: string): Node {
  const document = parse(text);
  if (!isNode(document)) throw invalid("openapi_malformed");
  if (!/^3\.\d+(\.\d+)?$/.test(String(document.openapi ?? ""))) throw invalid("openapi_version");
  return document;
}

function pointed(document: Node, reference: string): unknown {
  if (!reference.startsWith("#/")) throw invalid("openapi_reference", { reference: textOf(reference, 80) });
  let node: unknown = document;
  for (const part of reference.slice(2).split("/")) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (!isNode(node) || !Object.hasOwn(node, key)) {
      throw invalid("openapi_reference", { reference: textOf(reference, 80) });
    }
    node = node[key];
  }
  return node;
}

/**
 * What a node is after following its references, which stay inside the document.
 * @throws ServiceError invalid `openapi_reference` for one that leads outside, nowhere or round in a circle.
 */
export function resolveNode(document: Node, value: unknown): Node {
  let node = value;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    if (!isNode(node)) return {};
    if (typeof node.$ref !== "string") return node;
    node = pointed(document, node.$ref);
  }
  throw invalid("openapi_reference", { reference: isNode(value) ? textOf(value.$ref, 80) : "" });
}
