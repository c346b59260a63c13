import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { getAction } from "@/server/assistant/actions/list-actions";
import { tryAction } from "@/server/assistant/actions/try-action";
import { orderFor } from "../../support/actions";
import { customerOf, installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { stockedShop } from "../../support/stocked-shop";

ownDatabase();

beforeAll(async () => {
  await installInboxes();
  await stockedShop();
});

let serial = 1000;
/** The number of a delivered order of somebody on record. */
async function order(): Promise<string> {
  serial += 1;
  await orderFor((await customerOf()).actor.customerId, `A${serial}`, "delivered");
  return `A${serial}`;
}

describe("a built-in action that is tried", () => {
  const tried = async (key: string, values: Record<string, string>, locale: "zh" | "en" = "en") => {
    const admin = await staffMember("admin");
    const { secrets: _secrets, ...action } = await getAction({ ctx: admin, input: { key } });
    return tryAction({ ctx: admin, input: { action, values, locale } });
  };
  /** How many rows each table holds. */
  async function rowCounts(): Promise<Record<string, number>> {
    const { rows } = await db().execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('events', 'outbox')`,
    );
    const counts = rows.map(async ({ name }) => [name, await db().$count(sql.identifier(name))] as const);
    return Object.fromEntries(await Promise.all(counts));
  }

  it("tells what the customer whose record it is would read", async () => {
    const number = await order();
    expect(await tried("order_status", { order_number: number })).toMatchObject({
      ok: true,
      text: expect.stringContaining(number),
    });
    expect(await tried("check_stock", { product: "Buds 2 Pro" }, "zh")).toMatchObject({
      ok: true,
      text: expect.stringContaining("鹿屿 Buds 2 Pro"),
    });
    expect(await tried("find_branch", { branch: "Shanghai" })).toMatchObject({
      ok: true,
      text: expect.stringContaining("Jing'an store"),
    });
    expect(await tried("order_status", { order_number: "A9999999" })).toMatchObject({ ok: false, reason: "not_found" });
  });

  it("writes nothing, whatever it would do", async () => {
    const number = await order();
    await staffMember("admin");
    const TRIALS: [string, Record<string, string>, RegExp][] = [
      ["start_return", { order_number: number, reason: "It is too small" }, new RegExp(number)],
      ["open_ticket", { description: "The left ear is silent", contact: "new@example.com" }, /\d{5}/],
      ["change_contact", { contact: "new@example.com" }, /new@example\.com/],
    ];
    for (const [key, values, text] of TRIALS) {
      const before = await rowCounts();
      expect(await tried(key, values)).toMatchObject({ ok: true, text: expect.stringMatching(text) });
      const { staff: _staff, ...after } = await rowCounts();
      expect(before).toMatchObject(after);
    }
  });

  it("is refused with a value that does not fit", async () => {
    await expect(tried("order_status", { order_number: "?" })).rejects.toThrow("action_value_malformed");
  });
});
