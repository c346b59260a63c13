import { type AppliesTo, appliesToSchema } from "@/lib/contracts/circumstances";
import {
  ARTICLE_KINDS,
  type ArticleKind,
  AUDIENCES,
  type Audience,
  BODY_LIMIT,
  QUESTION_LIMIT,
  QUESTIONS_LIMIT,
  slugSchema,
  TITLE_LIMIT,
} from "@/lib/contracts/knowledge";
import { PRODUCT_MOMENTS, type ProductMoment } from "@/lib/contracts/recommendations";
import { isLocale, type Locale } from "@/lib/i18n";
import { excerpt } from "@/lib/text/plain-text";

/** One article in one language, ready to be published. */
export type ImportEntry = {
  /** Where it came from, for the report: a path, or path:line. */
  origin: string;
  externalId: string | null;
  slug: string | null;
  locale: Locale | null;
  kind: ArticleKind;
  title: string;
  questions: string[];
  body: string;
  category: string | null;
  popularPosition: number | null;
  audience: Audience | null;
  /** The id or the address of the general article this is a variant of. */
  variantOf: string | null;
  appliesTo: AppliesTo;
  /** Codes of the products it is about, and when in their life it helps. */
  products: string[];
  moment: ProductMoment | null;
};

export type ImportRefusal = { origin: string; reason: string };

/** The names a field may have in a file, lower case, the canonical one first. */
const FIELDS = {
  id: ["id", "externalid", "external_id", "编号"],
  title: ["question", "title", "问题", "标题", "标准问题"],
  questions: ["similar", "questions", "similar_questions", "相似问题", "相似问法"],
  body: ["answer", "text", "body", "答案", "回答", "内容"],
  category: ["category", "分类", "类别"],
  locale: ["locale", "language", "lang", "语言"],
  slug: ["slug"],
  kind: ["kind"],
  popular: ["popular"],
  audience: ["audience"],
  variantOf: ["variantof", "variant_of", "变体属于"],
  appliesTo: ["appliesto", "applies_to", "适用于"],
  products: ["products", "商品"],
  moment: ["moment"],
} as const;

/** Thrown by a reader for one entry that cannot be taken; becomes a line of the report. */
class Refusal extends Error {}

/**
 * Reads one record of any source. Blank values count as absent; an entry without an answer answers with its own title,
 * one without a title takes its first words. Ids become text. The reason of a refusal is a stable word.
 */
export function readImportEntry(origin: string, record: unknown): ImportEntry | ImportRefusal {
  try {
    if (typeof record !== "object" || record === null || Array.isArray(record)) throw new Refusal("not_an_object");
    return entryOf(origin, new Map(Object.entries(record).map(([key, value]) => [key.trim().toLowerCase(), value])));
  } catch (error) {
    if (error instanceof Refusal) return { origin, reason: error.message };
    throw error;
  }
}

function entryOf(origin: string, record: ReadonlyMap<string, unknown>): ImportEntry {
  const field = (name: keyof typeof FIELDS) =>
    FIELDS[name].map((key) => record.get(key)).find((value) => !blank(value));
  const text = readText(field("body"), BODY_LIMIT, "body_too_long");
  const title = readText(field("title"), TITLE_LIMIT, "title_too_long") ?? (text && excerpt(text, 80));
  if (!title) throw new Refusal("empty");
  const locale = readText(field("locale"), 20, "unknown_locale")?.toLowerCase().split(/[-_]/)[0];
  if (locale !== undefined && !isLocale(locale)) throw new Refusal("unknown_locale");
  return {
    origin,
    externalId: readText(field("id"), 200, "id_too_long"),
    slug: readSlug(field("slug")),
    locale: locale ?? null,
    kind: ARTICLE_KINDS.find((kind) => kind === field("kind")) ?? "qa",
    title: title.replace(/\s+/g, " "),
    questions: readQuestions(field("questions"), title),
    body: text ?? title,
    category: readText(field("category"), 120, "category_too_long"),
    popularPosition: readPosition(field("popular")),
    audience: AUDIENCES.find((audience) => audience === field("audience")) ?? null,
    variantOf: readText(field("variantOf"), 200, "id_too_long"),
    appliesTo: readAppliesTo(field("appliesTo")),
    products: readCodes(field("products")),
    moment: PRODUCT_MOMENTS.find((moment) => moment === field("moment")) ?? null,
  };
}

function readCodes(value: unknown): string[] {
  const list = Array.isArray(value) ? value : String(value ?? "").split("|");
  return [...new Set(list.map((code) => String(code).trim()))]
    .filter((code) => code !== "" && code.length <= 64)
    .slice(0, 50);
}

/** Circumstances as an object of lists, or as text: "platform: ios|android; region: CN-XJ". */
function readAppliesTo(value: unknown): AppliesTo {
  if (blank(value)) return {};
  const given = typeof value === "string" ? value.split(/[;\n]/).filter((part) => part.trim() !== "") : value;
  const pairs: unknown[][] = Array.isArray(given)
    ? given.map((part) => String(part).split(":"))
    : Object.entries(given as object);
  const listed = pairs.map(([name, values]) => [
    String(name).trim(),
    (Array.isArray(values) ? values : String(values ?? "").split("|")).map((each) => String(each).trim()),
  ]);
  const read = appliesToSchema.safeParse(Object.fromEntries(listed));
  if (!read.success) throw new Refusal("applies_to");
  return read.data;
}

function blank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "string" ? value.trim() === "" : Array.isArray(value) && value.every(blank);
}

function readText(value: unknown, limit: number, tooLong: string): string | null {
  if (blank(value)) return null;
  if (typeof value !== "string" && typeof value !== "number") throw new Refusal("not_text");
  const text = String(value).trim();
  if (text.includes("\u0000")) throw new Refusal("nul");
  if (!text.isWellFormed()) throw new Refusal("malformed");
  if (text.length > limit) throw new Refusal(tooLong);
  return text;
}

function readSlug(value: unknown): string | null {
  const slug = readText(value, 200, "slug");
  if (slug !== null && !slugSchema.safeParse(slug).success) throw new Refusal("slug");
  return slug;
}

function readQuestions(value: unknown, title: string): string[] {
  const list = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value.split(/[\n|]/)
      : blank(value)
        ? []
        : [value];
  const questions = list.flatMap((each) => readText(each, QUESTION_LIMIT, "question_too_long") ?? []);
  if (questions.length > QUESTIONS_LIMIT) throw new Refusal("too_many_questions");
  return [...new Set(questions)].filter((question) => question !== title);
}

function readPosition(value: unknown): number | null {
  if (blank(value) || value === false) return null;
  const position = value === true ? 100 : Number(value);
  if (!Number.isInteger(position) || position < 1 || position > 1000) throw new Refusal("popular");
  return position;
}
