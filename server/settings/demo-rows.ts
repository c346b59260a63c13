import { sql } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { staff } from "@/db/schema";
import { COMPANY } from "@/db/seed/own-words";
import type { SettingsOf } from "@/lib/contracts/settings";
import { decryptField } from "@/lib/crypto";
import { LOCALES } from "@/lib/i18n";
import { indexFamilies } from "@/server/knowledge/index-families";
import { SHARED_TABLES, sharedIds } from "./demo-ledger";
import { readSettings } from "./get-settings";

/** Tables that are not emptied: the installation, its people and what is known; the demo's rows are taken out of them. */
const KEPT = [
  "settings",
  "inboxes",
  "skill_group_members",
  "staff_tokens",
  "api_keys",
  "presence",
  "sign_in_failures",
  "article_versions",
  "golden_case_articles",
  "phrasings",
  "chunks",
  "index_entries",
  "terms",
  "postings",
  "index_statistics",
  "actions",
  ...SHARED_TABLES,
];

/** Whether the company still calls itself by the demo's name. */
export function isDemoName({ name }: Pick<SettingsOf<"company">, "name">): boolean {
  return name.zh === COMPANY.name.zh && name.en === COMPANY.name.en;
}

const DEMO_ADDRESS = /@[^@]+\.example$/i;

/** The demo's rows in the shared tables: as written down, or, of a demo older than that, all but real people. */
export async function demoRows(db: Executor): Promise<Record<string, string[]>> {
  const { value } = await readSettings(db, "demo");
  if (value.added) return value.added;
  const people = await db.select({ id: staff.id, email: staff.emailEncrypted }).from(staff);
  const addresses = await Promise.all(people.map(({ email }) => decryptField(email, "staff.email")));
  const demo = people.filter((_, at) => DEMO_ADDRESS.test(addresses[at] ?? "")).map(({ id }) => id);
  return { ...(await sharedIds(db)), staff: demo };
}

/** Empties every table that is not kept, present and future ones alike. */
async function emptyTables(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !KEPT.includes(name));
  const list = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
  await tx.execute(sql`truncate ${list} restart identity`);
}

/** Takes the demo out of the database; what the company hung on it (a category, a group, a team) stays with it. */
export async function removeDemoRows(
  tx: Transaction,
  demo: Record<string, string[]>,
  keepStaffId: string,
): Promise<void> {
  const among = (table: string) => sql`(select jsonb_array_elements_text(${JSON.stringify(demo[table] ?? [])}::jsonb))`;
  await emptyTables(tx);
  const { rows: own } = await tx.execute<{ id: string }>(sql`update articles set variant_of = null
    where variant_of in ${among("articles")} and id not in ${among("articles")} returning id`);
  for (const table of ["articles", "products", "branches", "golden_cases"]) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where id in ${among(table)}`);
  }
  for (const locale of LOCALES) {
    await indexFamilies(
      tx,
      locale,
      own.map(({ id }) => id),
    );
  }
  await tx.execute(sql`delete from staff where id in ${among("staff")} and id <> ${keepStaffId}`);
  await tx.execute(sql`delete from skill_group_members where staff_id in ${among("staff")}`);
  await tx.execute(sql`delete from categories c where id in ${among("categories")}
    and not exists (select from articles where category_id = c.id)
    and not exists (select from categories child where child.parent_id = c.id and child.id not in ${among("categories")})`);
  await tx.execute(sql`delete from skill_groups g where id in ${among("skill_groups")}
    and not exists (select from skill_group_members where group_id = g.id)`);
  await tx.execute(sql`update staff set team_id = null where id in ${among("staff")}`);
  await tx.execute(sql`delete from teams t where id in ${among("teams")}
    and not exists (select from staff where team_id = t.id)`);
  await tx.execute(sql`delete from calendars where id in ${among("calendars")}`);
}
