import { type SQL, sql } from "drizzle-orm";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import { SETTINGS, type SettingsOf } from "@/lib/contracts/settings";

/** Today in the company's time zone, as SQL. */
export const companyDay = sql`(now() at time zone coalesce(
  (select value->>'timeZone' from settings where subject = 'company'), ${SETTINGS.company.parse({}).timeZone}))::date`;

const MILLION = 1_000_000;

/** What an answer cost, in the currency of the settings. Token counts a model did not tell cost nothing. */
export function costOf(
  tokens: { input: number | null; output: number | null },
  { inputPrice, outputPrice }: Pick<SettingsOf<"model">, "inputPrice" | "outputPrice">,
): number {
  return ((tokens.input ?? 0) * inputPrice + (tokens.output ?? 0) * outputPrice) / MILLION;
}

/** Whether the day's budget is used up; without a budget it never is. */
export function isOverBudget(spentToday: number, { dailyBudget }: Pick<SettingsOf<"model">, "dailyBudget">): boolean {
  return dailyBudget > 0 && spentToday >= dailyBudget;
}

/**
 * The statement that adds what an answer used up to its day, by the model that used it; it adds nothing where no model
 * was asked.
 * @param source where it selects from: no row there adds nothing.
 */
export function addSpending({ tokens, cost = 0, model = "", stepDown }: AnswerTrace, source: SQL = sql``): SQL {
  const [input, output] = [tokens?.input ?? 0, tokens?.output ?? 0];
  return sql`insert into model_spending (day, model, answers, input_tokens, output_tokens, cost)
    select ${companyDay}, ${stepDown?.model ?? model}, 1, ${input}, ${output}, ${cost} ${source}
    where ${cost > 0 || input > 0}
    on conflict (day, model) do update set answers = model_spending.answers + 1,
      input_tokens = model_spending.input_tokens + excluded.input_tokens,
      output_tokens = model_spending.output_tokens + excluded.output_tokens, cost = model_spending.cost + excluded.cost`;
}
