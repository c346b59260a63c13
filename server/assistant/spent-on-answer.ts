import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { getSettings } from "@/server/settings/get-settings";

/** What configured models used up, in the currency of the settings. */
export type Spent = { input: number; output: number; cost: number };

/** What one answer cost, and its conversation up to it; each null where no model was asked. */
export type SpentOnAnswer = { answer: Spent | null; conversation: Spent | null; currency: string };

/** Adds up what the traces of some answers say was used, as SQL. */
const total = (which = sql`true`) => sql`json_build_object(
  'input', coalesce(sum((a.trace #>> '{tokens,input}')::int) filter (where ${which}), 0),
  'output', coalesce(sum((a.trace #>> '{tokens,output}')::int) filter (where ${which}), 0),
  'cost', coalesce(sum((a.trace ->> 'cost')::float8) filter (where ${which}), 0))`;

const used = (spent: Spent): Spent | null => (spent.cost > 0 || spent.input > 0 ? spent : null);

/** What an answer cost, with all answers of its conversation before it. */
export async function spentOnAnswer(db: Executor, answerId: string): Promise<SpentOnAnswer> {
  const { rows } = await db.execute<{ answer: Spent; conversation: Spent }>(sql`
    select ${total(sql`a.id = o.id`)} as answer, ${total()} as conversation
    from answers o join answers a on a.conversation_id = o.conversation_id and a.created_at <= o.created_at
    where o.id = ${answerId}`);
  const { currency } = await getSettings(db, "model");
  const [row] = rows;
  return { answer: row ? used(row.answer) : null, conversation: row ? used(row.conversation) : null, currency };
}
