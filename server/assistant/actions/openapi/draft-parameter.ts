import { type ActionParameter, JSON_TYPES, type JsonType, type ParameterKind } from "@/lib/contracts/actions";
import { isPlainPattern } from "@/lib/text/plain-pattern";
import { isNode, type Node, textOf } from "./document";

/** A number or code of some other system: anything of one piece with a digit in it. */
const CODE = "[A-Za-z0-9_-]*\\d[A-Za-z0-9_-]*";
/** The same where only a number is sent. */
const DIGITS = "\\d{1,15}";
const CHOICES = 50;

const both = (words: string) => ({ zh: words, en: words });

/** A name a placeholder can have, unlike those taken. */
export function placeholderName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replaceAll(/[^A-Za-z0-9_]+/g, "_").replace(/^[^A-Za-z]+/, "");
  const base = (plain || "value").slice(0, 36);
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? base : `${base}_${at}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function kindOf(name: string, schema: Node): ParameterKind {
  const format = textOf(schema.format);
  if (Array.isArray(schema.enum) || schema.type === "boolean") return "choice";
  if (format === "email" || /e-?mail/i.test(name)) return "email";
  if (format === "date" || format === "date-time") return "date";
  if (/phone|mobile/i.test(name)) return "phone";
  if (/address/i.test(name)) return "address";
  if (/(?:id|no|number|code|ref|sku)$/i.test(name)) return "order_number";
  if (schema.type === "number" || schema.type === "integer") return "amount";
  return "text";
}

function choicesOf(schema: Node): ActionParameter["choices"] {
  const values = schema.type === "boolean" ? [true, false] : Array.isArray(schema.enum) ? schema.enum : [];
  return values
    .filter((value) => ["string", "number", "boolean"].includes(typeof value) && String(value).trim() !== "")
    .slice(0, CHOICES)
    .map((value) => ({ value: String(value).slice(0, 80), labels: both(String(value).slice(0, 80)) }));
}

/** What a field is in JSON where it is no text. */
function typeOf({ type, enum: values }: Node): JsonType | undefined {
  if (Array.isArray(values) && values.every((value) => typeof value === "number")) return "number";
  return JSON_TYPES.find((one) => one === type && one !== "string");
}

function patternOf(kind: ParameterKind, schema: Node): string {
  const own = typeof schema.pattern === "string" && schema.pattern !== "" && isPlainPattern(schema.pattern);
  if (kind === "order_number") return own ? String(schema.pattern) : typeOf(schema) ? DIGITS : CODE;
  return own && kind === "text" ? String(schema.pattern) : "";
}

/** A parameter of an operation as an action asks for it. The administrator improves its words afterwards. */
export function draftParameter(
  source: { name: string; description: unknown; schema: unknown; required: boolean },
  taken: ReadonlySet<string>,
): ActionParameter {
  const schema = isNode(source.schema) ? source.schema : {};
  const kind = kindOf(source.name, schema);
  const choices = choicesOf(schema);
  const type = typeOf(schema);
  const label = both(textOf(source.name, 60) || "value");
  const question = both(textOf(source.description, 300) || textOf(schema.description, 300) || `${label.en}?`);
  return {
    name: placeholderName(source.name, taken),
    kind: kind === "choice" && choices.length === 0 ? "text" : kind,
    required: source.required,
    label,
    question,
    pattern: patternOf(kind, schema),
    choices,
    ...(type && { type }),
  };
}
