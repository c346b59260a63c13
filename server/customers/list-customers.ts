import { type SQL, sql } from "drizzle-orm";
import { normaliseEmail, normalisePhone } from "@/lib/contact";
import type { CustomerSummary, ListCustomersInput } from "@/lib/contracts/customers";
import { hashField } from "@/lib/crypto";
import { requirePermission, type ServiceContext } from "@/server/context";
import { countedOrder, lifetimeOf } from "./customer-money";

const PAGE = 50;
const ORDER_NUMBER = /^a\d{4,12}$/i;
const PHONE = /^[+\d][\d\s()-]{5,22}$/;

/** A customer with this address on a channel. Addresses are stored sealed, so only the whole one is found. */
async function hasAddress(channel: "email" | "phone", address: string): Promise<SQL> {
  return sql`exists (select 1 from customer_identities i where i.customer_id = cu.id
    and i.channel = ${channel} and i.external_id_hash = ${await hashField(address)})`;
}

/** What a search box holds, as a condition over `cu`: a part of a name, or one of the whole numbers and addresses. */
async function searchCondition(search: string): Promise<SQL> {
  const text = search.normalize("NFKC").trim();
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const visitor = /^#?(\d{1,9})$/.exec(text)?.[1];
  const ways = [
    sql`cu.name ilike ${pattern}`,
    ...(visitor ? [sql`cu.number = ${Number(visitor)}`] : []),
    ...(text.includes("@") ? [await hasAddress("email", normaliseEmail(text))] : []),
    ...(PHONE.test(text) ? [await hasAddress("phone", normalisePhone(text))] : []),
    ...(ORDER_NUMBER.test(text)
      ? [sql`exists (select 1 from orders o where o.customer_id = cu.id and o.number = ${text.toUpperCase()})`]
      : []),
  ];
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** One page of customers, the newest first; `next` is the `cursor` of the following page, null at the end. */
export async function listCustomers({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListCustomersInput;
}): Promise<{ customers: CustomerSummary[]; next: string | null }> {
  requirePermission(ctx, "customers:read");
  const conditions = [
    ...(input.search ? [await searchCondition(input.search)] : []),
    ...(input.tier ? [sql`cu.tier = ${input.tier}`] : []),
    ...(input.cursor ? [sql`cu.id < ${input.cursor}`] : []),
  ];
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const { rows } = await ctx.db.execute<CustomerSummary>(sql`
    select cu.id, cu.name, cu.number, cu.tier, cu.locale, to_json(cu.created_at) #>> '{}' as "memberSince",
      ${lifetimeOf} as lifetime,
      (select to_json(max(o.placed_at)) #>> '{}' from orders o
        where o.customer_id = cu.id and ${countedOrder}) as "lastPurchaseAt",
      (select count(*)::int from conversations c
        where c.customer_id = cu.id and c.status <> 'resolved') as "openConversations"
    from customers cu ${where} order by cu.id desc limit ${PAGE + 1}`);
  const customers = rows.slice(0, PAGE);
  return { customers, next: rows.length > PAGE ? (customers.at(-1)?.id ?? null) : null };
}
