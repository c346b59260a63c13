import { sql } from "drizzle-orm";
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
