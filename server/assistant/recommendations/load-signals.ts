import { sql } from "drizzle-orm";
import type { Locale } from "@/lib/i18n";
import { preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import type { Bought, Signals } from "./recommend";

type Row = Omit<Signals, "bought" | "known" | "buying"> & {
  bought: (Omit<Bought, "placedAt" | "deliveredAt"> & { placedAt: string; deliveredAt: string | null })[];
  viewed: string[];
};

const list = (expression: ReturnType<typeof sql>) => sql`coalesce(${expression}, '[]'::json)`;

const SIGNALS = preparedText<"customerId" | "locale" | "said" | "now">((value) => {
  const now = sql`${value("now")}::timestamptz`;
  const published = sql`v.state = 'published' and v.locale = ${value("locale")} and (v.expire_at is null or v.expire_at > ${now})`;
  // The short form of its name in this language, where customers have one for it.
  const name = sql`coalesce((select w from jsonb_array_elements_text(p.words) with ordinality as short (w, place)
    where strpos(p.names->>${value("locale")}, w) > 0 order by place limit 1), p.names->>${value("locale")})`;
  return sql`
    with owned as (
      select i.sku, o.status, o.placed_at, o.delivered_at from orders o join order_items i on i.order_id = o.id
      where o.customer_id = ${value("customerId")} and o.placed_at > ${now} - interval '2 years'
      order by o.placed_at desc limit 30
    ), named as (
      select p.sku, ${name} as name from products p where p.active and exists (
        select 1 from jsonb_array_elements_text(p.words || jsonb_build_array(p.sku)) w
        where length(w) > 2 and position(lower(w) in lower(${value("said")})) > 0)
    ), about as (select sku from owned union select sku from named),
    viewed as (
      select article_id, viewed_at from article_views where customer_id = ${value("customerId")} order by viewed_at desc limit 20
    ), fellow as (
      select theirs.customer_id, mine.article_id, mine.viewed_at from viewed mine
      join article_views theirs on theirs.article_id = mine.article_id and theirs.customer_id <> ${value("customerId")} limit 2000
    ), next as (
      select n.article_id, count(distinct n.customer_id)::int as readers,
        (array_agg(fellow.article_id order by fellow.viewed_at desc))[1] as after
      from fellow join article_views n on n.customer_id = fellow.customer_id
      where n.article_id not in (select article_id from viewed)
      group by n.article_id order by readers desc, n.article_id limit 10
    )
    select ${list(sql`(select json_agg(json_build_object('sku', owned.sku, 'name', ${name}, 'status', owned.status,
        'placedAt', owned.placed_at, 'deliveredAt', owned.delivered_at) order by owned.placed_at desc)
        from owned join products p on p.sku = owned.sku)`)} as bought,
      ${list(sql`(select json_agg(to_json(named)) from named)`)} as asked,
      ${list(sql`(select json_agg(json_build_object('articleId', a.id, 'slug', a.slug, 'title', v.title, 'skus', a.products,
        'moment', a.moment) order by a.id) from articles a join article_versions v on v.article_id = a.id and ${published}
        where a.audience = 'public' and a.variant_of is null
          and a.products ?| array(select sku from about))`)} as guides,
      ${list(sql`(select json_agg(json_build_object('sku', p.sku, 'name', ${name}, 'goesWith', base.sku, 'stock', p.stock)
        order by base.sku, p.sku) from products base cross join jsonb_array_elements_text(base.accessories) x
        join products p on p.sku = x and p.active where base.sku in (select sku from about))`)} as accessories,
      ${list(sql`(select json_agg(json_build_object('articleId', a.id, 'slug', a.slug, 'title', v.title,
        'readers', next.readers, 'after', before.title) order by next.readers desc, a.id)
        from next join articles a on a.id = next.article_id and a.audience = 'public'
        join article_versions v on v.article_id = a.id and ${published}
        join article_versions before on before.article_id = next.after and before.state = 'published' and before.locale = ${value("locale")})`)}
        as "readNext",
      ${list(sql`(select json_agg(article_id) from viewed)`)} as viewed`;
});

/**
 * What recommendations for one customer are made of: their own orders of two years, what they have read, the products
 * they name, and what is published about those. One statement, runs on the edge.
 * @param input.said what the customer says now; products are looked for in it.
 */
export async function loadSignals(
  db: SqlExecutor,
  input: { customerId: string; locale: Locale; said: string; now: Date },
): Promise<Omit<Signals, "buying"> | null> {
  const [row] = await selectRows<Row>(db, SIGNALS({ ...input, now: input.now.toISOString() }));
  if (!row) return null;
  const { viewed, bought, ...rest } = row;
  const dated = bought.map((one) => ({
    ...one,
    placedAt: new Date(one.placedAt),
    deliveredAt: one.deliveredAt === null ? null : new Date(one.deliveredAt),
  }));
  return { ...rest, bought: dated, known: viewed };
}
