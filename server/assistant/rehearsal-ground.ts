import { sql } from "drizzle-orm";
import { SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { actionColumns } from "./actions/action-claim";
import type { AnswerClaim } from "./claim-answer";
import { knownSubjects } from "./known-subjects";
import { loadWholeRecognisers, recogniserVersions } from "./recogniser/load-recogniser";
import { rulesAt } from "./rules/rules-at";
import { rulesInForce } from "./rules/rules-in-force";

/** All that deciding on a question needs and no conversation brings. */
export type RehearsalGround = Pick<AnswerClaim, "rules" | "recognisers" | "actions" | "records"> & {
  settings: SettingsOf<"assistant">;
  subjects: string[];
};

/**
 * Reads what is in force now, in one statement beside the known subjects, with the rules of opening hours; recognisers are in
 * memory with their second opinion.
 */
export async function rehearsalGround(db: SqlExecutor): Promise<RehearsalGround> {
  const subjects = await knownSubjects(db);
  const [row] = await selectRows<Omit<RehearsalGround, "settings" | "subjects"> & { assistant: unknown }>(
    db,
    sql`select (select value from settings where subject = 'assistant') as assistant, ${rulesInForce} as rules,
      ${recogniserVersions} as recognisers, ${actionColumns},
      jsonb_build_object('orders', exists (select 1 from orders), 'products', exists (select 1 from products),
        'branches', exists (select 1 from branches)) as records
    from (select null::text as id) t`,
  );
  if (!row) throw new Error("A statement without a row");
  await loadWholeRecognisers(db, row.recognisers);
  const { assistant, ...rest } = row;
  const rules = rulesAt(rest.rules, null, new Date());
  return { ...rest, rules, settings: SETTINGS.assistant.parse(assistant ?? {}), subjects };
}
