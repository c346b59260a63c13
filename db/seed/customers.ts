import { normaliseEmail, normalisePhone } from "@/lib/contact";
import type { CustomerTier, IdentityChannel } from "@/lib/contracts/customers";
import { encryptField, hashField } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import type { Executor } from "../client";
import { customerIdentities, customers, orderItems, orders } from "../schema";
import { insertRows } from "./insert-rows";
import { numberOrders, orderRows, planKnownOrders, planOrders, type SeededOrder } from "./orders";
import type { Random } from "./random";

const DAY_MS = 24 * 60 * 60 * 1000;

const CHINESE_NAMES =
  "林晓雨 陈思远 王梓涵 李沐阳 张语桐 刘子墨 黄嘉怡 吴承泽 徐若溪 孙浩然 胡悦宁 朱明轩 高雨桐 郭一诺 马致远 罗欣怡 梁俊熙 宋可心 郑天宇 谢婉清 韩墨白 唐诗琪 冯景行 于佳航 董书瑶 萧远山 程知夏 曹星辰 袁慕晴 邓子轩 傅云舒 沈曼青 曾文博 彭雅南 吕思齐 苏明哲 卢静怡 蒋若谷 蔡心妍 贾鹏飞 丁小北 魏子衿 薛冰洁 叶知秋".split(
    " ",
  );
const CHINESE_CITIES = "深圳 上海 北京 成都 杭州 广州 武汉 南京 西安 重庆 苏州 乌鲁木齐 昆明 长沙 青岛 厦门".split(" ");

/** Customers who write English: name, city, time zone. */
const ABROAD: readonly (readonly [string, string, string])[] = [
  ["Emma Walker", "London", "Europe/London"],
  ["Lukas Brandt", "Munich", "Europe/Berlin"],
  ["Priya Nair", "Singapore", "Asia/Singapore"],
  ["Noah Johnson", "Seattle", "America/Los_Angeles"],
  ["Olivia Bennett", "Sydney", "Australia/Sydney"],
  ["Hana Sato", "Tokyo", "Asia/Tokyo"],
  ["Minjun Park", "Seoul", "Asia/Seoul"],
  ["Marcus Lim", "Kuala Lumpur", "Asia/Kuala_Lumpur"],
  ["Sofia Marino", "Shanghai", "Asia/Shanghai"],
  ["Ethan Clarke", "Shenzhen", "Asia/Shanghai"],
  ["Chloe Wong", "Hong Kong", "Asia/Hong_Kong"],
  ["Jonas Weber", "Berlin", "Europe/Berlin"],
  ["Ava Robinson", "Chicago", "America/Chicago"],
  ["Somchai Srisai", "Bangkok", "Asia/Bangkok"],
  ["Isabella Costa", "Melbourne", "Australia/Melbourne"],
  ["Samuel Osei", "Manchester", "Europe/London"],
];

export type SeededCustomer = {
  id: string;
  name: string;
  tier: CustomerTier;
  locale: Locale;
  timeZone: string;
  city: string;
  since: Date;
  phone: string;
  email: string | null;
  orders: SeededOrder[];
};

/** Of sixty customers: how many of each level, in a fixed shuffle. */
function tierOf(index: number): CustomerTier {
  if (index % 12 === 7) return "platinum";
  if (index % 5 === 3) return "gold";
  return index % 3 === 1 ? "silver" : "basic";
}

function planCustomer(random: Random, anchor: Date, index: number): Omit<SeededCustomer, "orders"> {
  const abroad = ABROAD[index - CHINESE_NAMES.length];
  const since = new Date(anchor.getTime() - random.int(380, 1100) * DAY_MS - random.int(0, DAY_MS));
  const serial = String(index + 1).padStart(4, "0");
  return {
    id: random.id("customer", since),
    name: abroad?.[0] ?? CHINESE_NAMES[index] ?? "",
    tier: index === 0 ? "gold" : tierOf(index),
    locale: abroad ? "en" : "zh",
    timeZone:
      abroad?.[2] ?? (CHINESE_CITIES[index % CHINESE_CITIES.length] === "乌鲁木齐" ? "Asia/Urumqi" : "Asia/Shanghai"),
    city: abroad?.[1] ?? CHINESE_CITIES[index % CHINESE_CITIES.length] ?? "",
    since,
    phone: abroad ? `+4420794${serial.padStart(5, "0")}` : `1380000${serial}`,
    email: index % 10 < 7 ? `customer${index + 1}@example.com` : null,
  };
}

async function identityRows(random: Random, customer: Omit<SeededCustomer, "orders">) {
  const addresses: [IdentityChannel, string][] = [
    ["phone", normalisePhone(customer.phone)],
    ...(customer.email ? [["email", normaliseEmail(customer.email)] as [IdentityChannel, string]] : []),
  ];
  return Promise.all(
    addresses.map(async ([channel, address]) => ({
      id: random.id("identity", customer.since),
      customerId: customer.id,
      channel,
      externalIdEncrypted: await encryptField(address, "customer_identities.external_id"),
      externalIdHash: await hashField(address),
      verifiedAt: customer.since,
      verifiedBy: "shop",
      createdAt: customer.since,
    })),
  );
}

/** How the shop's own pages sign the known customer in: an identity token with this `sub`. */
const KNOWN_ACCOUNT = "luyu-1029";

async function accountRow(random: Random, { id: customerId, since }: Omit<SeededCustomer, "orders">) {
  return {
    id: random.id("identity", since),
    customerId,
    channel: "account" as const,
    externalIdEncrypted: await encryptField(KNOWN_ACCOUNT, "customer_identities.external_id"),
    externalIdHash: await hashField(KNOWN_ACCOUNT),
    verifiedAt: since,
    verifiedBy: "shop",
    createdAt: since,
  };
}

/** Sixty customers with their addresses and a year of orders. The first one is Gold and waits for order A1029. */
export async function seedCustomers(db: Executor, random: Random, anchor: Date): Promise<SeededCustomer[]> {
  const count = CHINESE_NAMES.length + ABROAD.length;
  const people = Array.from({ length: count }, (_, index) => planCustomer(random, anchor, index)).sort(
    (a, b) => a.since.getTime() - b.since.getTime(),
  );
  const rows = people.map(({ city, since, phone: _phone, email: _email, ...row }) => ({
    ...row,
    attributes: { [row.locale === "zh" ? "城市" : "City"]: city },
    createdAt: since,
    updatedAt: since,
  }));
  await insertRows(db, customers, rows);
  await insertRows(db, customerIdentities, (await Promise.all(people.map((one) => identityRows(random, one)))).flat());
  const known = people.find(({ name }) => name === CHINESE_NAMES[0]);
  const knownOrders = planKnownOrders(random, anchor, known?.id ?? "");
  const others = people.filter((person) => person !== known).flatMap((person) => planOrders(random, anchor, person));
  const shipped = knownOrders.at(-1);
  if (!known || !shipped) throw new Error("Seed: the known customer is missing");
  const seeded = numberOrders([...knownOrders, ...others], shipped);
  const localeOf = (id: string) => people.find((person) => person.id === id)?.locale ?? "zh";
  const { head, lines } = orderRows(seeded, localeOf);
  await insertRows(db, orders, head);
  await insertRows(db, orderItems, lines);
  await insertRows(db, customerIdentities, [await accountRow(random, known)]);
  return people.map((person) => ({ ...person, orders: seeded.filter((order) => order.customerId === person.id) }));
}
