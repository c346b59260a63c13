import { z } from "zod";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "../../lib/i18n";
import { followUp } from "../../server/assistant/follow-up/follow-up";
import { loadExamples } from "../../server/assistant/recogniser/load-examples";
import { recognise } from "../../server/assistant/recogniser/recognise";
import type { Recogniser } from "../../server/assistant/recogniser/recogniser";
import { trainRecogniser } from "../../server/assistant/recogniser/train-recogniser";
import { importKnowledge } from "../../server/knowledge/import-knowledge";
import { listSubjects } from "../../server/knowledge/list-subjects";
import { parseImport } from "../../server/knowledge/parse-import";
import { retrieve } from "../../server/knowledge/retrieve";
import { turnOf } from "./context-handlers";
import { type BenchHandlers, BenchRefusal, sessionOf } from "./handlers";
import { type SessionDatabase, SessionDatabases } from "./session-databases";

const idSchema = z.union([z.string(), z.number()]);
const docSchema = z.looseObject({ id: idSchema, title: z.string().optional(), text: z.string().optional() });
const indexSchema = z.object({
  session: z.string().min(1),
  lang: z.string().optional(),
  docs: z.array(docSchema).min(1),
});
const searchSchema = z.object({
  session: z.string().min(1),
  lang: z.string().optional(),
  query: z.string(),
  k: z.int().min(1).max(200).default(10),
  history: z.array(z.object({ role: z.string(), text: z.string() })).default([]),
  where: z.object({ field: z.string(), value: z.unknown().optional(), in: z.array(z.unknown()).optional() }).optional(),
});

type Doc = z.infer<typeof docSchema>;
type Indexed = {
  database: SessionDatabase;
  locale: Locale;
  docs: Map<string, Doc>;
  articleIds: Map<string, string>;
  subjects: string[];
  recogniser: Recogniser;
};

const databases = new SessionDatabases();
const sessions = new Map<string, Indexed>();

function localeOf(lang: string | undefined): Locale {
  return LOCALES.find((locale) => lang?.toLowerCase().startsWith(locale)) ?? DEFAULT_LOCALE;
}

/** Publishes the documents of a session as articles, the way an import does, and learns their questions; what the session
 * held before is gone. */
async function indexDocuments(body: unknown): Promise<object> {
  const { session, lang, docs } = indexSchema.parse(body);
  const locale = localeOf(lang);
  const lines = docs.map(({ id, title, text }) => JSON.stringify({ id, title, text, locale })).join("\n");
  const { entries, refused } = parseImport([{ path: "docs.jsonl", bytes: new TextEncoder().encode(lines) }], locale);
  const [first] = refused;
  if (first) throw new BenchRefusal(422, "document_refused", `${first.origin} ${first.reason}`);
  const database = await databases.open();
  const ctx = { actor: { kind: "system" } as const, db: database.db, now: new Date(), requestId: "bench" };
  await importKnowledge({ ctx, input: { entries } });
  const rows = await database.db.query.articles.findMany({ columns: { id: true, externalId: true } });
  await sessions.get(session)?.database.drop();
  sessions.set(session, {
    database,
    locale,
    subjects: await listSubjects(database.edge),
    recogniser: trainRecogniser(await loadExamples(database.db, locale, ctx.now)),
    docs: new Map(docs.map((doc) => [String(doc.id), doc])),
    articleIds: new Map(rows.map(({ id, externalId }) => [externalId ?? "", id])),
  });
  return {};
}

/** The articles a filter lets through; undefined without a filter. */
function among({ docs, articleIds }: Indexed, where: z.infer<typeof searchSchema>["where"]): string[] | undefined {
  if (!where) return undefined;
  const wanted = new Set(where.in ?? [where.value]);
  return [...docs].flatMap(([key, doc]) => (wanted.has(doc[where.field]) ? (articleIds.get(key) ?? []) : []));
}

/** Searches a session's articles with the assistant's own retrieval; an article is a page. */
async function search(body: unknown): Promise<object> {
  const { session, query, k, history, where } = searchSchema.parse(body);
  const indexed = sessionOf(sessions, session);
  const { text, about } = followUp(query, history.map(turnOf), indexed.subjects);
  const passages = await retrieve({
    db: indexed.database.edge,
    query: text,
    locale: indexed.locale,
    recognised: recognise(indexed.recogniser, text).choices.map(({ label, confidence }) => ({
      articleId: label,
      confidence,
    })),
    about: about ?? undefined,
    limit: k,
    among: among(indexed, where),
  });
  return {
    hits: passages.map(({ externalId, score }) => ({ id: indexed.docs.get(externalId ?? "")?.id, score })),
  };
}

export const retrievalHandlers: BenchHandlers = { "/retrieve/index": indexDocuments, "/retrieve/search": search };

/** Removes the scratch server with every session's articles. */
export async function stopRetrieval(): Promise<void> {
  for (const { database } of sessions.values()) await database.drop();
  await databases.stop();
}
