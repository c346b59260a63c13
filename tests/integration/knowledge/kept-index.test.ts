import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { AUDIENCES, type Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { deferredWork } from "@/server/deferred";
import { archiveArticle } from "@/server/knowledge/archive-article";
import { publishArticle } from "@/server/knowledge/publish-article";
import { queryTerms } from "@/server/knowledge/query-terms";
import { rankArticles } from "@/server/knowledge/ranking/rank-articles";
import { removeSynonyms } from "@/server/knowledge/remove-synonyms";
import { saveDraft } from "@/server/knowledge/save-draft";
import { saveSynonyms } from "@/server/knowledge/save-synonyms";
import { askedForm } from "@/server/knowledge/synonym-forms";
import { NOW, staffMember } from "@/tests/support/actors";
import { ownDemoDatabase } from "@/tests/support/demo-database";

ownDemoDatabase();

const QUESTIONS: readonly [Locale, string][] = [
  ["en", "how do i retrun my headphnes and get a refund"],
  ["en", "battery"],
  ["en", "Where is my order, and do you ship to Norway?"],
  ["zh", "耳机充不进电怎么办"],
  ["zh", "我想退货，運費誰出"],
  ["zh", "erji 怎么充电"],
  ["en", "zzz qqq"],
];

const ask = (query: string, locale: Locale = "en", audiences: readonly Audience[] = ["public"], more = {}) =>
  rankArticles(db(), {
    terms: queryTerms(query),
    searched: askedForm(query),
    preferred: locale,
    audiences,
    now: NOW,
    limit: 9,
    ...more,
  });
/** What shares a whole word with the query. */
const titles = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).filter(({ entries }) => entries.some(({ matched }) => matched > 0)).map(({ title }) => title);

/** As whoever changes the index says so: what this process has read of it no longer holds. */
const outdate = () => db().execute(sql`update index_statistics set revision = gen_random_uuid()`);

/** Numbers to nine digits: sums of the same terms in another order differ in the last ones. */
const told = (found: Awaited<ReturnType<typeof ask>>) =>
  JSON.parse(JSON.stringify(found, (_, value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value)));

describe("an index that is read as a whole", () => {
  it("finds what is found piece by piece, with the same scores and the same evidence", async () => {
    const articleIds = (
      await db().execute<{ id: string }>(sql`select id from articles where variant_of is null order by id limit 30`)
    ).rows.map(({ id }) => id);
    const recognised = articleIds.slice(0, 4).map((articleId, at) => ({ articleId, confidence: at / 4 }));
    for (const [at, [locale, text]] of QUESTIONS.entries()) {
      const audiences = at % 2 === 0 ? AUDIENCES : (["public"] as const);
      for (const more of [{ recognised }, { among: articleIds, recognised }, { about: "AirBuds" }]) {
        await outdate();
        const pieces = await ask(text, locale, audiences, more);
        await deferredWork();
        expect(told(await ask(text, locale, audiences, more)), `${text} ${JSON.stringify(more)}`).toEqual(told(pieces));
      }
    }
  });
});

describe.each(["piece by piece", "as a whole"])("an index that is read %s", (how) => {
  let editor: Awaited<ReturnType<typeof staffMember>>;
  const settle = async () => {
    if (how === "as a whole") await deferredWork();
  };
  beforeEach(async () => {
    editor = await staffMember("editor");
    await outdate();
    await titles("quokka");
    await settle();
  });

  async function publish(title: string, articleId?: string, audience: Audience = "public") {
    const draft = await saveDraft({
      ctx: editor,
      input: { articleId, title, body: "It is so.", questions: [], locale: "en", audience },
    });
    await publishArticle({ ctx: editor, input: { articleId: draft.articleId, locale: "en" } });
    await settle();
    return draft.articleId;
  }

  it("gives what was published, changed and archived from the next question on", async () => {
    expect(await titles("quokka")).toEqual([]);
    const articleId = await publish("What does a quokka eat?");
    expect(await titles("quokka")).toEqual(["What does a quokka eat?"]);
    await publish("What does a wombat eat?", articleId);
    expect(await titles("quokka")).toEqual([]);
    expect(await titles("wombatt")).toEqual(["What does a wombat eat?"]);
    await archiveArticle({ ctx: editor, input: { articleId, locale: "en" } });
    expect(await titles("wombat")).toEqual([]);
  });
  it("gives nothing to whom it is closed from the next question on", async () => {
    const title = "What does a quokka eat?";
    const articleId = await publish(title);
    expect(await titles("quokka")).toEqual([title]);
    await saveDraft({
      ctx: editor,
      input: { articleId, title, body: "", questions: [], locale: "en", audience: "internal" },
    });
    expect(await titles("quokka")).toEqual([]);
    expect(await titles("quokka", "en", AUDIENCES)).toEqual([title]);
    await archiveArticle({ ctx: editor, input: { articleId, locale: "en" } });
  });
  it("knows synonyms from the next question on until they are gone", async () => {
    const title = "What does a quokka eat?";
    const articleId = await publish(title);
    expect(await titles("smiling marsupial")).toEqual([]);
    const words = ["smiling marsupial", "quokka"];
    const { id: synonymId } = await saveSynonyms({ ctx: editor, input: { locale: "en", words } });
    expect(await titles("smiling marsupial")).toEqual([title]);
    await settle();
    await removeSynonyms({ ctx: editor, input: { synonymId } });
    expect(await titles("smiling marsupial")).toEqual([]);
    await archiveArticle({ ctx: editor, input: { articleId, locale: "en" } });
  });
});

it("an entry's packed postings are its postings, as an upgrade packs those of an older release", async () => {
  const { rows } = await db().execute<{ written: string; packed: string }>(sql`
    select e.packed_postings as written, replace(encode(string_agg(int4send(p.term_id) || int2send(p.weight), ''::bytea
      order by p.term_id), 'base64'), E'\n', '') as packed
    from index_entries e join postings p on p.entry_id = e.id group by e.id`);
  expect(rows.length).toBeGreaterThan(100);
  for (const { written, packed } of rows) expect(written).toBe(packed);
});
