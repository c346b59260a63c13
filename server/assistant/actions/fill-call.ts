import { type ActionParameter, type HttpCall, PROVED_NAMES } from "@/lib/contracts/actions";
import { invalid } from "@/server/errors";
import { toJson } from "./json-type";
import { placeholdersOf } from "./plain-value";

export type FilledCall = { method: string; url: URL; body: string | undefined };

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9_]{0,39})\}/g;
const FIXED_ORIGIN = /^https?:\/\/[^{}/?#@\\\s]+(?=[/?]|$)/i;

type Values = Readonly<Record<string, string>>;
const givenIn = (values: Values, name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);

function fillPath(path: string, values: Values): string {
  return path.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = givenIn(values, name);
    if (value === undefined || value === "") throw invalid("action_value_missing", { name });
    return encodeURIComponent(value);
  });
}

/** A pair without its value is left out: an optional parameter nobody mentioned. */
function fillQuery(query: string, values: Values): string {
  const pairs = query.split("&").filter(Boolean);
  const present = pairs.filter((pair) => placeholdersOf(pair).every((name) => givenIn(values, name) !== undefined));
  return present
    .map((pair) => pair.replaceAll(PLACEHOLDER, (_, name: string) => encodeURIComponent(givenIn(values, name) ?? "")))
    .join("&");
}

function fillUrl(template: string, values: Values): URL {
  const origin = FIXED_ORIGIN.exec(template)?.[0];
  if (!origin) throw invalid("action_url_malformed");
  const [rest = ""] = template.slice(origin.length).split("#");
  const cut = rest.indexOf("?");
  const path = fillPath(cut < 0 ? rest : rest.slice(0, cut), values) || "/";
  const query = cut < 0 ? "" : fillQuery(rest.slice(cut + 1), values);
  const text = `${origin}${path}${query ? `?${query}` : ""}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  // A value of dots would climb out of its place: the parser must have changed nothing.
  const fixed = URL.canParse(origin) ? new URL(origin) : null;
  const climbs = path.split("/").some((part) => /^(?:\.|%2e){1,2}$/i.test(part));
  if (!url || !fixed || url.origin !== fixed.origin || climbs) throw invalid("action_url_malformed");
  return url;
}

type Parameters = ReadonlyMap<string, ActionParameter>;

function fillJson(node: unknown, values: Values, parameters: Parameters): unknown {
  if (typeof node === "string") {
    const whole = /^\{([A-Za-z][A-Za-z0-9_]{0,39})\}$/.exec(node)?.[1];
    if (whole !== undefined) {
      const value = givenIn(values, whole);
      const parameter = parameters.get(whole);
      return value !== undefined && parameter ? toJson(value, parameter) : value;
    }
    return node.replaceAll(PLACEHOLDER, (_, name: string) => givenIn(values, name) ?? "");
  }
  if (Array.isArray(node)) return node.map((item) => fillJson(item, values, parameters));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, fillJson(inner, values, parameters)]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("action_body_malformed");
  }
}

/**
 * The call with its values. They are encoded for where they stand: they change no host, no path's shape, no header and
 * no JSON around them; a value alone in quotes becomes what its parameter is sent as, a missing value's query pair or key is left out.
 * @throws ServiceError invalid `action_value_missing`, `action_value_malformed`, `action_url_malformed`, `action_body_malformed`.
 */
export function fillCall(call: HttpCall, parameters: readonly ActionParameter[], values: Values): FilledCall {
  const named = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const url = fillUrl(call.url, values);
  const body = call.body.trim() === "" ? undefined : JSON.stringify(fillJson(parseJson(call.body), values, named));
  return { method: call.method, url, body };
}

/**
 * Whether a call can be made at all.
 * @throws ServiceError invalid `action_url_malformed`, `action_body_malformed`, `action_placeholder_unknown` (`name`).
 */
export function checkCall(call: HttpCall, parameters: readonly ActionParameter[]): void {
  const names = new Set<string>([...parameters.map(({ name }) => name), ...PROVED_NAMES]);
  const unknown = [...placeholdersOf(call.url), ...placeholdersOf(call.body)].find((name) => !names.has(name));
  if (unknown !== undefined) throw invalid("action_placeholder_unknown", { name: unknown });
  const samples = parameters.flatMap(({ name, type, choices }) => {
    const sample = choices[0]?.value ?? (type === "boolean" ? "true" : undefined);
    return sample === undefined ? [] : [[name, sample] as const];
  });
  const ones = [...names].map((name) => [name, "1"] as const);
  fillCall(call, parameters, Object.fromEntries([...ones, ...samples]));
  if (call.method === "GET" && call.body.trim() !== "") throw invalid("action_body_malformed");
}
