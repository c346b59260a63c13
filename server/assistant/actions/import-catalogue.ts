import { parse as parseCsv } from "csv-parse/sync";
import { asc, sql } from "drizzle-orm";
import type { z } from "zod";
import { branches, products } from "@/db/schema";
import { branchRowSchema, type CatalogueList, productRowSchema } from "@/lib/contracts/action-forms";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";

const ROWS = 5_000;

/** The catalogue as the screen shows it. */
export type Catalogue = {
  products: { sku: string; names: { zh: string; en: string }; words: string[]; stock: number; active: boolean }[];
  branches: {
    code: string;
    names: { zh: string; en: string };
    addresses: { zh: string; en: string };
    phone: string;
    hours: { zh: string; en: string };
  }[];
};

/** Products and branches, by their codes. */
export async function listCatalogue({ ctx }: { ctx: ServiceContext }): Promise<Catalogue> {
  requirePermission(ctx, "settings:manage");
  const [goods, places] = await Promise.all([
    ctx.db
      .select({
        sku: products.sku,
        names: products.names,
        words: products.words,
        stock: products.stock,
        active: products.active,
      })
      .from(products)
      .orderBy(asc(products.sku))
      .limit(ROWS),
    ctx.db
      .select({
        code: branches.code,
        names: branches.names,
        addresses: branches.addresses,
        phone: branches.phone,
        hours: branches.hours,
      })
      .from(branches)
      .orderBy(asc(branches.code))
      .limit(ROWS),
  ]);
  return { products: goods, branches: places };
}

function readRows<Schema extends z.ZodType>(csv: string, schema: Schema): z.infer<Schema>[] {
  let records: unknown[];
  try {
    records = parseCsv(csv, { columns: true, bom: true, trim: true, skip_empty_lines: true, max_record_size: 20_000 });
  } catch {
    throw invalid("catalogue_malformed", { line: 1 });
  }
  if (records.length === 0) throw invalid("catalogue_empty");
  if (records.length > ROWS) throw invalid("catalogue_too_large");
  return records.map((record, at) => {
    const row = schema.safeParse(record);
    if (!row.success) throw invalid("catalogue_malformed", { line: at + 2 });
    return row.data;
  });
}

const wordsOf = (cell: string) =>
  cell
    .split(/[|;；、]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** The last line of a code wins. */
const byCode = <Row>(rows: Row[], codeOf: (row: Row) => string) => [
  ...new Map(rows.map((row) => [codeOf(row), row])).values(),
];

/**
 * Replaces the products or the branches by the lines of a CSV file with a head line. What is not in it is no longer sold:
 * products become inactive, branches go.
 * @returns how many lines there are now. @throws ServiceError invalid `catalogue_malformed` (`line`), `catalogue_empty`,
 *   `catalogue_too_large`.
 */
export async function importCatalogue({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { list: CatalogueList; csv: string };
}): Promise<{ count: number }> {
  requirePermission(ctx, "settings:manage");
  const goods = input.list === "products" ? byCode(readRows(input.csv, productRowSchema), ({ sku }) => sku) : [];
  const places = input.list === "branches" ? byCode(readRows(input.csv, branchRowSchema), ({ code }) => code) : [];
  await withTransaction(ctx, async (tx) => {
    if (goods.length > 0) {
      const values = goods.map(({ sku, name_zh, name_en, words, stock }) => ({
        sku,
        names: { zh: name_zh, en: name_en },
        words: wordsOf(words),
        stock,
        active: true,
      }));
      await tx.update(products).set({ active: false });
      await tx
        .insert(products)
        .values(values)
        .onConflictDoUpdate({
          target: products.sku,
          set: { names: sql`excluded.names`, words: sql`excluded.words`, stock: sql`excluded.stock`, active: true },
        });
    }
    if (places.length > 0) {
      await tx.delete(branches);
      await tx.insert(branches).values(
        places.map((row) => ({
          code: row.code,
          names: { zh: row.name_zh, en: row.name_en },
          addresses: { zh: row.address_zh, en: row.address_en },
          phone: row.phone,
          hours: { zh: row.hours_zh, en: row.hours_en },
        })),
      );
    }
    const count = goods.length + places.length;
    await emitEvent(tx, ctx, { name: "catalogue.imported", entityId: input.list, data: { count } });
  });
  return { count: goods.length + places.length };
}
