import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { gatherGaps } from "@/server/gaps/gather-gaps";
import { loadBadlyServed } from "@/server/gaps/load-badly-served";
import { contextOf, installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();

const QUESTIONS = 10_000;
const now = () => contextOf({ kind: "system" }, new Date());

/** Ten thousand answers that did not do among forty thousand, read already, in two thousand groups. */
beforeAll(async () => {
  await installInboxes();
  const run = (query: ReturnType<typeof sql>) => db().execute(query);
  await run(sql`insert into customers (id, locale) values ('cus_1', 'en')`);
  await run(sql`insert into conversations (id, inbox_id, customer_id, locale)
    select 'conv_' || n, (select min(id) from inboxes), 'cus_1', 'en' from generate_series(1, 4 * ${QUESTIONS}::int) n`);
  await run(sql`insert into messages (id, conversation_id, seq, public_seq, kind, sender_type, body)
    select 'msg_' || n, 'conv_' || n, 1, 1, 'incoming', 'customer', 'word' || n % 2000 || ' thing' || n % 2000
    from generate_series(1, 4 * ${QUESTIONS}::int) n`);
  await run(sql`insert into answers (id, conversation_id, question_message_id, state, lease_until, writer, decision, created_at)
    select 'ans_' || n, 'conv_' || n, 'msg_' || n, 'stored', now(), 'test',
      case when n % 4 = 0 then '{"kind": "handoff", "confidence": 0.2}'::jsonb else '{"kind": "answer", "confidence": 0.9}' end,
      now() - n * interval '1 second' from generate_series(1, 4 * ${QUESTIONS}::int) n`);
  await run(sql`insert into gaps (id, locale, title, state, last_asked_at)
    select 'gap_' || n, 'en', 'word' || n, 'open', now() from generate_series(0, 1999) n`);
  await run(sql`insert into gap_questions (id, gap_id, answer_id, position, conversation_id, source, text, terms, asked_at)
    select 'gpq_' || n, 'gap_' || n % 2000, 'ans_' || n, 0, 'conv_' || n, 'unanswered', 'word' || n % 2000,
      array['word' || n % 2000, 'thing' || n % 2000], now() - n * interval '1 second'
    from generate_series(4, 4 * ${QUESTIONS}::int, 4) n`);
  await run(sql`analyze`);
}, 120_000);

/** How a query is done where reading the whole table is no choice; at this size it still would be the cheaper one. */
function planOf(query: ReturnType<typeof sql>): Promise<string> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const { rows } = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
}

describe("at ten thousand badly served questions", () => {
  it("an index finds what is alike by its words", async () => {
    const plan =
      await planOf(sql`select gap_id from gap_questions where gap_id is not null and terms && array['word7', 'thing7']
      order by asked_at desc, id desc limit 200`);
    expect(plan).toContain("gap_questions_terms_idx");
  });

  it("an index has the list in its order", async () => {
    const plan = await planOf(sql`select id from gaps where state = 'open' order by cost desc, id desc limit 51`);
    expect(plan).toContain("gaps_cost_idx");
    expect(plan).not.toContain("Sort");
  });

  it("runs over what they have read already, and puts the one question that is new where it belongs", async () => {
    expect(await loadBadlyServed(db(), new Date(), 10)).toEqual([]);
    await gatherGaps(now());
    await gatherGaps(now());
    await db().execute(sql`delete from gap_questions where answer_id = 'ans_8'`);
    await gatherGaps(now());
    const { rows } = await db().execute(sql`select gap_id as "gapId" from gap_questions where answer_id = 'ans_8'`);
    expect(rows).toEqual([{ gapId: "gap_8" }]);
  });
});
