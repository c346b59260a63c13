import { z } from "zod";

/** What an OpenAPI 3.1 document may hold (the parts this product uses), strictly: an unknown key is a mistake. */
const description = z.string().min(1);
const schema = z.custom<JsonSchema>((value) => typeof value === "object" && value !== null);
const mediaType = z.strictObject({ schema });
const content = z.record(z.string().regex(/^[a-z]+\/[a-z.+-]+$/), mediaType);
const reply = z.strictObject({
  description,
  content: content.optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
});
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(["path", "query", "header", "cookie"]),
  required: z.boolean().optional(),
  description: description.optional(),
  schema,
});
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  summary: description,
  description: description.optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean().optional(), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), reply),
});
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export const openApiShape = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: description, version: description, description: description.optional() }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  paths: z.record(z.string().regex(/^\/[\w/{}-]*$/), z.partialRecord(z.enum(methods), operation)),
  components: z.strictObject({
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal("http"), scheme: z.literal("bearer"), description: description.optional() }),
    ),
    schemas: z.record(z.string(), schema).optional(),
  }),
});

export type JsonSchema = Record<string, unknown>;

const TYPES = ["null", "boolean", "object", "array", "number", "string", "integer"];
const isText = (value: unknown) => typeof value === "string";
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isList = (value: unknown) => Array.isArray(value) && value.length > 0;
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

/** The keywords of JSON Schema 2020-12 and what each may hold. Those that hold schemas are walked. */
const KEYWORDS: Record<string, (value: unknown) => boolean> = {
  type: (value) => [value].flat().every((one) => TYPES.includes(String(one))),
  title: isText,
  description: isText,
  format: isText,
  pattern: (value) => isText(value) && Boolean(new RegExp(String(value), "u")),
  default: () => true,
  const: () => true,
  enum: isList,
  required: isTexts,
  examples: Array.isArray,
  ...Object.fromEntries(
    ["minLength", "maxLength", "minItems", "maxItems", "minProperties"].map((key) => [key, isCount]),
  ),
  ...Object.fromEntries(["minimum", "maximum", "exclusiveMinimum"].map((key) => [key, Number.isFinite])),
  properties: () => true,
  items: () => true,
  additionalProperties: () => true,
  propertyNames: () => true,
  anyOf: isList,
  oneOf: isList,
  allOf: isList,
};

function childrenOf(schema: JsonSchema): [string, unknown][] {
  const { properties = {}, items, additionalProperties, propertyNames } = schema;
  const single = Object.entries({ items, additionalProperties, propertyNames }).filter(
    ([, value]) => value !== undefined,
  );
  const named = Object.entries(properties as JsonSchema).map(([name, value]): [string, unknown] => [
    `properties.${name}`,
    value,
  ]);
  const lists = ["anyOf", "oneOf", "allOf"].flatMap((key) =>
    ((schema[key] ?? []) as unknown[]).map((value, at): [string, unknown] => [`${key}.${at}`, value]),
  );
  return [...single, ...named, ...lists];
}

/** What is wrong with a JSON Schema, by its place; empty = nothing. */
export function schemaMistakes(schema: unknown, place = "#"): string[] {
  if (typeof schema === "boolean") return [];
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return [`${place}: not a schema`];
  const own = Object.entries(schema).flatMap(([key, value]) => {
    const holds = KEYWORDS[key];
    return holds?.(value) ? [] : [`${place}: ${key}`];
  });
  const { properties, required = [] } = schema as { properties?: JsonSchema; required?: string[] };
  const lost = required
    .filter((name) => !properties || !(name in properties))
    .map((name) => `${place}: requires ${name}`);
  return [
    ...own,
    ...lost,
    ...childrenOf(schema as JsonSchema).flatMap(([key, child]) => schemaMistakes(child, `${place}.${key}`)),
  ];
}
