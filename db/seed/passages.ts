import { sql } from "drizzle-orm";
import type { Citation } from "@/lib/contracts/assistant";
import type { Locale } from "@/lib/i18n";
import { headingAnchor } from "@/lib/text/heading-anchor";
import { tokenise } from "@/lib/text/tokenise";
import type { Executor } from "../client";

/** Something an article says, and how an answer cites it. */
export type Passage = { citation: Citation; text: string; terms: ReadonlySet<string> };
/** What a published article offers an answer: its lead and its sections. */
export type ArticlePassages = { lead: Passage; sections: Passage[] };
export type Passages = (slug: string, locale: Locale) => ArticlePassages | null;

type Row = {
  article_id: string;
  slug: string;
  external_id: string | null;
  locale: Locale;
  version_id: string;
  title: string;
  chunk_id: string;
  heading: string | null;
  text: string;
};

const LINK = /\[[^\]]*\]\([^)]*\)/;

/** Prose without the sentences that only point elsewhere. */
function withoutPointers(line: string): string {
  const kept = line.split(/(?<=[。！？])|(?<=[.!?]) /).filter((sentence) => !LINK.test(sentence));
  return kept.join(/\p{Script=Han}/u.test(line) ? "" : " ");
}

/** Markdown as a person would quote it in a chat: no headings, tables or links, lists of at most four steps. */
function quoted(markdown: string): string {
  const lines = markdown.split("\n").filter((line) => line.trim() && !/^\s*(#|\||---|```)/.test(line));
  const isStep = (line: string) => /^\s*(\d+\.|-)\s/.test(line);
  const steps = lines.filter((line) => isStep(line) && !LINK.test(line));
  const prose = lines
    .filter((line) => !isStep(line))
    .map(withoutPointers)
    .filter(Boolean);
  return (steps.length > 1 ? steps.slice(0, 4).join("\n") : prose.slice(0, 2).join("\n")).trim();
}

/** The section that shares most with a question: a word that few sections have says more. Null when none stands out. */
export function sectionFor(article: ArticlePassages, question: string): Passage | null {
  const words = new Set(tokenise(question).words);
  const having = (word: string) => article.sections.filter(({ terms }) => terms.has(word)).length;
  const score = ({ terms }: Passage) =>
    [...words].filter((word) => terms.has(word)).reduce((sum, word) => sum + 1 / having(word) ** 2, 0);
  const best = article.sections.filter(({ text }) => text).sort((a, b) => score(b) - score(a))[0];
  return best && score(best) > 0.4 ? best : null;
}

/** Reads the published public articles, ready to be answered from. */
export async function loadPassages(db: Executor): Promise<Passages> {
  const { rows } = await db.execute<Row>(sql`
    select a.id as article_id, a.slug, a.external_id, v.locale, v.id as version_id, v.title, c.id as chunk_id,
      c.heading_path ->> 0 as heading, c.text
    from articles a join article_versions v on v.article_id = a.id join chunks c on c.version_id = v.id
    where v.state = 'published' and a.audience = 'public' order by a.slug, v.locale, c.position`);
  const found = new Map<string, ArticlePassages & { lastHeading: string | null }>();
  for (const row of rows) {
    const key = `${row.locale}/${row.slug}`;
    const terms = new Set(tokenise(`${row.heading ?? ""}\n${row.text}`).words);
    const section = { citation: citationOf(row), text: quoted(row.text), terms };
    const article = found.get(key);
    if (!article) found.set(key, { lead: section, sections: [], lastHeading: row.heading });
    else if (row.heading !== article.lastHeading) {
      article.sections.push(section);
      article.lastHeading = row.heading;
    }
  }
  return (slug, locale) => found.get(`${locale}/${slug}`) ?? null;
}

function citationOf(row: Row): Citation {
  return {
    articleId: row.article_id,
    ...(row.external_id && { externalId: row.external_id }),
    title: row.title,
    url: `/${row.locale}/articles/${row.slug}${row.heading ? `#${headingAnchor(row.heading)}` : ""}`,
    versionId: row.version_id,
    chunkId: row.chunk_id,
  };
}
