import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { orderItems, orders, products } from "@/db/schema";
import { ActionTalk, orderFor } from "../../support/actions";
import { customerOf, identify, installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();

beforeAll(async () => {
  await installInboxes();
  const names = { zh: "鹿屿 Buds 2 Pro", en: "Luyu Buds 2 Pro" };
  await db().insert(products).values({ sku: "B2P", names, stock: 4 });
});

describe("the state of an order", () => {
  it.each([
    ["en", "where is my order", "Luyu Buds 2 Pro × 2, 旧款耳机套 × 1"],
    ["zh", "查一下订单", "鹿屿 Buds 2 Pro × 2、旧款耳机套 × 1"],
  ] as const)(
    "names what an order holds as the catalogue does in the reader's language (%s)",
    async (locale, said, items) => {
      const owner = await customerOf();
      const number = locale === "en" ? "A8001" : "A8002";
      await orderFor(owner.actor.customerId, number);
      await identify(owner, "account", `reader-${locale}`);
      const [order] = await db().select({ id: orders.id }).from(orders).where(eq(orders.number, number));
      const orderId = order?.id ?? "";
      await db()
        .insert(orderItems)
        .values([
          { orderId, sku: "B2P", name: "鹿屿 Buds 2 Pro 降噪耳机", quantity: 2, priceMinor: 100 },
          { orderId, sku: "GONE", name: "旧款耳机套", quantity: 1, priceMinor: 100 },
        ]);
      const talk = await ActionTalk.begin(owner, locale);
      expect((await talk.say(`${said} ${number}`))?.text).toContain(items);
    },
  );
});
