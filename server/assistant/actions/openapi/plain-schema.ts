import { isNode, type Node, resolveNode } from "./document";

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const isNull = (document: Node, value: unknown): boolean => resolveNode(document, value).type === "null";

/** Of what may be one thing or another, the only one that is not nothing; null where more are left. */
function onlyOf(document: Node, { oneOf, anyOf }: Node): unknown[] | null {
  const chosen: unknown[] = [];
  for (const list of [oneOf, anyOf]) {
    const left = listOf(list).filter((value) => !isNull(document, value));
    if (left.length > 1) return null;
    chosen.push(...left);
  }
  return chosen;
}

/** The type of a schema: "string or nothing" is a string. Null where several are left. */
function typeOf({ type, properties, items }: Node): string | undefined | null {
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string" && one !== "null");
  if (types.length > 1) return null;
  if (types.length === 1) return String(types[0]);
  return isNode(properties) ? "object" : items === undefined ? undefined : "array";
}

function merge(document: Node, value: unknown, seen: Set<Node>): Node | null {
  const node = resolveNode(document, value);
  // What is part of itself, or stands there twice, asks for nothing more.
  if (seen.has(node)) return {};
  seen.add(node);
  const only = onlyOf(document, node);
  const type = typeOf(node);
  if (only === null || type === null || node.not !== undefined) return null;
  const { allOf, oneOf: _one, anyOf: _any, ...own } = node;
  let whole: Node = { ...own, type };
  for (const part of [...listOf(allOf), ...only]) {
    const merged = merge(document, part, seen);
    if (!merged || (whole.type && merged.type && whole.type !== merged.type)) return null;
    const properties = isNode(whole.properties) || isNode(merged.properties);
    whole = {
      ...merged,
      ...whole,
      type: whole.type ?? merged.type,
      required: [...listOf(whole.required), ...listOf(merged.required)],
      ...(properties && { properties: { ...(merged.properties as Node), ...(whole.properties as Node) } }),
    };
  }
  return whole;
}

/**
 * A schema without references and parts: what all of several ask for is put together. Null for one that leaves a choice, or
 * whose parts contradict each other: nobody can tell from it what to send. Pure.
 */
export const plainSchema = (document: Node, value: unknown): Node | null => merge(document, value, new Set());
