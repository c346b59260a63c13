import { type SQL, sql } from "drizzle-orm";
import type { ActionOutline } from "@/lib/contracts/actions";
import type { GoldenCase, ListCasesInput } from "@/lib/contracts/evaluation";
import { loadActions } from "@/server/assistant/actions/load-actions";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { selectRows } from "@/server/sql";

const PAGE = 50;

/** The newest run that is done. */
const LATEST = sql`(select id, started_at from evaluation_runs where state = 'done' order by started_at desc limit 1)`;

function matching({ locale, outcome, text, cursor }: ListCasesInput): SQL {
  const conditions = [
    sql`c.archived_at is null`,
    ...(locale ? [sql`c.locale = ${locale}`] : []),
    ...(cursor ? [sql`c.id < ${cursor}`] : []),
    ...(text ? [sql`strpos(lower(c.question || ' ' || c.note), lower(${text})) > 0`] : []),
    ...(outcome ? [outcomeIs(outcome)] : []),
  ];
  return sql.join(conditions, sql` and `);
}

function outcomeIs(outcome: NonNullable<ListCasesInput["outcome"]>): SQL {
  if (outcome === "unmeasured") return sql`r.outcome is null`;
  return outcome === "wrong" ? sql`r.outcome <> 'right'` : sql`r.outcome = ${outcome}`;
}

/** The title of an accepted article, in the case's language if it has one, and whether the public may be answered from it. */
const ACCEPTED = sql`(select coalesce(jsonb_agg(jsonb_build_object('articleId', a.id, 'title', coalesce(v.title, a.slug),
    'published', a.audience = 'public' and v.state is not distinct from 'published') order by a.id), '[]'::jsonb)
  from golden_case_articles g join articles a on a.id = g.article_id
  left join lateral (select v.title, v.state from article_versions v where v.article_id = a.id
    order by v.state = 'published' desc, v.locale = c.locale desc, v.number desc limit 1) v on true
  where g.case_id = c.id)`;

/**
 * Cases of the golden set, newest first, by keyset: pass `next` as `cursor`. Each with what became of it in the newest run
 * that is done, unless it was written anew since.
 */
export async function listCases({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListCasesInput;
}): Promise<{ cases: GoldenCase[]; next: string | null }> {
  const reader = requirePermission(ctx, "quality:read");
  const rows = await readCases(reader, input, PAGE + 1);
  const actions = await loadActions(ctx.db);
  const cases = rows.slice(0, PAGE).map((row) => withActionNames(row, actions));
  return { cases, next: rows.length > PAGE ? (cases.at(-1)?.id ?? null) : null };
}

function withActionNames(row: GoldenCase, actions: readonly ActionOutline[]): GoldenCase {
  const names = actions.find(({ key }) => key === row.result?.found.action)?.names;
  return row.result && names ? { ...row, result: { ...row.result, actionNames: names } } : row;
}

/** The cases that match, at most `limit`. */
export function readCases(
  { db }: ServiceContext<StaffActor>,
  input: ListCasesInput,
  limit: number,
): Promise<GoldenCase[]> {
  return selectRows<GoldenCase>(
    db,
    sql`select c.id, c.locale, c.question, c.earlier, c.expected, c.note, c.origin, ${ACCEPTED} as accepted,
        case when r.outcome is null then null else
          jsonb_build_object('outcome', r.outcome, 'found', r.found, 'confidence', r.confidence) end as result
      from golden_cases c left join ${LATEST} l on true
      left join evaluation_results r on r.run_id = l.id and r.case_id = c.id and c.changed_at <= l.started_at
      where ${matching(input)} order by c.id desc limit ${limit}`,
  );
}
