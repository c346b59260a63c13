import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { gaps } from "@/db/schema";
import type { DismissReason, ListGapsInput, SuggestionKind } from "@/lib/contracts/gaps";
import type { Locale } from "@/lib/i18n";
import { requirePermission, type ServiceContext } from "@/server/context";

type ListedGap = {
  id: string;
  locale: Locale;
  title: string;
  kind: SuggestionKind;
  /** Whether somebody has to write the text first. */
  unwritten: boolean;
  questions: number;
  handoffs: number;
  lastAskedAt: Date;
  reason: DismissReason | null;
  closedAt: Date | null;
};

/** Suggestions in one state, the costliest first, by keyset: pass `next` as `cursor`. `total` counts all of them. */
export async function listGaps({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListGapsInput;
}): Promise<{ gaps: ListedGap[]; total: number; next: string | null }> {
  const { db } = requirePermission(ctx, "knowledge:write");
  const where = and(eq(gaps.state, input.state), input.locale ? eq(gaps.locale, input.locale) : undefined);
  const rows = await db
    .select({
      id: gaps.id,
      locale: gaps.locale,
      title: gaps.title,
      kind: sql<SuggestionKind>`coalesce(${gaps.suggestion} ->> 'kind', 'article')`,
      unwritten: sql<boolean>`coalesce(${gaps.suggestion} ->> 'kind' <> 'wordings' and ${gaps.suggestion} ->> 'body' = '', true)`,
      questions: gaps.questions,
      handoffs: gaps.handoffs,
      lastAskedAt: gaps.lastAskedAt,
      reason: gaps.reason,
      closedAt: gaps.closedAt,
      cost: gaps.cost,
    })
    .from(gaps)
    .where(and(where, after(input.cursor)))
    .orderBy(desc(gaps.cost), desc(gaps.id))
    .limit(input.limit + 1);
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  return {
    gaps: rows.slice(0, input.limit).map(({ cost: _cost, ...row }) => row),
    total: await db.$count(gaps, where),
    next: last ? `${last.cost}.${last.id}` : null,
  };
}

function after(cursor: string | undefined): SQL | undefined {
  const [, cost, id] = /^(\d{1,9})\.(gap_[0-9a-z]+)$/.exec(cursor ?? "") ?? [];
  return cost && id ? sql`(${gaps.cost}, ${gaps.id}) < (${Number(cost)}::int, ${id})` : undefined;
}

/** How many suggestions wait for a person. */
export async function countGaps({ ctx }: { ctx: ServiceContext }): Promise<number> {
  const { db } = requirePermission(ctx, "knowledge:write");
  return db.$count(gaps, eq(gaps.state, "open"));
}
