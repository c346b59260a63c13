import { z } from "zod";
import { isPlainPattern } from "@/lib/text/plain-pattern";
import { isStorable } from "@/lib/text/storable";
import { ACTION_KINDS, BUILTIN_KEYS, HTTP_METHODS, JSON_TYPES, PARAMETER_KINDS } from "./actions";

const line = (limit: number) => z.string().trim().min(1).max(limit).refine(isStorable, { error: "malformed" });
const inBoth = (limit: number) => z.object({ zh: line(limit), en: line(limit) });
const phrasings = z.array(line(200)).max(60);

/** Names of pages beside the actions' own. */
const RESERVED = ["new", "import"];

export const actionKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,59}$/, { error: "action_key_malformed" })
  .refine((key) => !RESERVED.includes(key), { error: "action_key_malformed" });

const choiceSchema = z.object({
  value: line(80),
  labels: inBoth(80),
  words: z.array(line(80)).max(20).optional(),
});

const parameterSchema = z.object({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, { error: "parameter_name_malformed" }),
  kind: z.enum(PARAMETER_KINDS),
  required: z.boolean(),
  label: inBoth(60),
  question: inBoth(300),
  pattern: z.string().max(200).refine(isPlainPattern, { error: "pattern_malformed" }),
  choices: z.array(choiceSchema).max(50),
  type: z.enum(JSON_TYPES).optional(),
  prove: z.boolean().optional(),
});

/** A header as it is typed: an empty `value` of a sealed header keeps the stored one. */
const headerSchema = z.object({
  name: z
    .string()
    .trim()
    .max(80)
    .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, { error: "header_malformed" })
    .refine((name) => !/^(host|content-length|connection|transfer-encoding|upgrade|te|trailer|expect)$/i.test(name), {
      error: "header_malformed",
    }),
  value: z
    .string()
    .trim()
    .max(2000)
    .regex(/^[\x20-\x7e]*$/, { error: "header_malformed" }),
  sealed: z.boolean(),
});

const httpCallSchema = z.object({
  method: z.enum(HTTP_METHODS),
  url: line(1000),
  headers: z.array(headerSchema).max(20),
  body: z.string().max(10_000).refine(isStorable, { error: "malformed" }),
});

/** A whole action as it is saved. `version` is the one the form was opened with; 0 for a new one. */
export const saveActionSchema = z.object({
  key: actionKeySchema,
  kind: z.enum(ACTION_KINDS),
  version: z.int().min(0),
  names: inBoth(80),
  phrasings: z.object({ zh: phrasings, en: phrasings }),
  parameters: z
    .array(parameterSchema)
    .max(12)
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, { error: "parameter_twice" }),
  confirm: z.boolean(),
  identity: z.boolean(),
  results: inBoth(1000),
  enabled: z.boolean(),
  http: httpCallSchema.nullable(),
});
export const importActionsSchema = z.object({ actions: z.array(saveActionSchema).min(1).max(50) });
export type SaveActionInput = z.infer<typeof saveActionSchema>;

export const switchActionSchema = z.object({ key: actionKeySchema, enabled: z.boolean() });
export const removeActionSchema = z.object({ key: actionKeySchema });

/** A call with values typed by hand; nothing is asked and nothing is stored. */
export const tryActionSchema = z.object({
  action: saveActionSchema,
  values: z.record(z.string().max(40), z.string().max(500)),
  locale: z.enum(["zh", "en"]),
});
export type TryActionInput = z.infer<typeof tryActionSchema>;

/** A document's limit in characters. */
export const OPENAPI_LIMIT = 700_000;
export const readOpenApiSchema = z.object({
  text: z.string().min(1).max(OPENAPI_LIMIT, { error: "openapi_too_large" }),
});

/** Whether a key names an action with code of its own. */
export function isBuiltinKey(key: string): key is (typeof BUILTIN_KEYS)[number] {
  return BUILTIN_KEYS.some((known) => known === key);
}

const cell = (limit: number) => z.string().trim().max(limit).refine(isStorable, { error: "malformed" });

/** One line of the catalogue as it is imported. */
export const productRowSchema = z.object({
  sku: line(60),
  name_zh: line(120),
  name_en: line(120),
  words: cell(300).default(""),
  stock: z.coerce.number().int().min(0).max(10_000_000),
});
export const branchRowSchema = z.object({
  code: line(60),
  name_zh: line(120),
  name_en: line(120),
  address_zh: line(300),
  address_en: line(300),
  phone: cell(40).default(""),
  hours_zh: cell(200).default(""),
  hours_en: cell(200).default(""),
});
export const CATALOGUE_LISTS = ["products", "branches"] as const;
export type CatalogueList = (typeof CATALOGUE_LISTS)[number];
export const importCatalogueSchema = z.object({
  list: z.enum(CATALOGUE_LISTS),
  csv: z.string().max(700_000, { error: "catalogue_too_large" }),
});
