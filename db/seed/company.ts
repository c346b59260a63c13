import { eq, sql } from "drizzle-orm";
import { CHANNELS } from "@/lib/contracts/channels";
import { type CalendarHours, DEFAULT_CAPACITY } from "@/lib/contracts/routing";
import { SETTINGS } from "@/lib/contracts/settings";
import type { StaffRole } from "@/lib/contracts/team";
import type { Locale } from "@/lib/i18n";
import type { Executor } from "../client";
import {
  calendars,
  categories,
  inboxes,
  presence,
  settings,
  skillGroupMembers,
  skillGroups,
  staff,
  teams,
} from "../schema";
import type { GroupKey } from "./dialogues/dialogue";
import { insertRows } from "./insert-rows";
import { COMPANY } from "./own-words";
import type { Random } from "./random";
import { sealStaff } from "./staff-secrets";

const ALL_DAY = [{ from: 0, to: 24 * 60 }];
const HOURS: CalendarHours = {
  timeZone: "Asia/Shanghai",
  weekly: { 0: ALL_DAY, 1: ALL_DAY, 2: ALL_DAY, 3: ALL_DAY, 4: ALL_DAY, 5: ALL_DAY, 6: ALL_DAY },
  closedDays: [],
  extraDays: {},
};

const CATEGORIES: readonly { slug: string; names: Record<Locale, string> }[] = [
  { slug: "orders", names: { zh: "订单与支付", en: "Orders and payment" } },
  { slug: "delivery", names: { zh: "配送与自提", en: "Delivery and pickup" } },
  { slug: "returns", names: { zh: "退货与换货", en: "Returns and exchanges" } },
  { slug: "refunds", names: { zh: "退款", en: "Refunds" } },
  { slug: "promotions", names: { zh: "优惠与活动", en: "Promotions" } },
  { slug: "membership", names: { zh: "会员与积分", en: "Membership" } },
  { slug: "invoices", names: { zh: "发票", en: "Invoices" } },
  { slug: "warranty", names: { zh: "保修与维修", en: "Warranty and repair" } },
  { slug: "account", names: { zh: "账号与安全", en: "Account" } },
  { slug: "setup", names: { zh: "产品使用", en: "Product set-up" } },
];

export const GROUPS: readonly { key: GroupKey; name: Record<Locale, string> }[] = [
  { key: "sales", name: { zh: "售前咨询", en: "Sales" } },
  { key: "orders", name: { zh: "订单与物流", en: "Orders & delivery" } },
  { key: "afterSales", name: { zh: "售后与退换", en: "After-sales" } },
];

type TeamKey = "service" | "content";
const TEAMS: readonly { key: TeamKey; name: string }[] = [
  { key: "service", name: "客户服务部 · Customer Service" },
  { key: "content", name: "内容与产品部 · Content & Product" },
];

type StaffPlan = {
  name: string;
  publicName: string;
  email: string;
  role: StaffRole;
  team: TeamKey;
  locale: Locale;
  groups: Partial<Record<GroupKey, number>>;
};

/** Who works at the demo company; the first of a role is the one shown on the sign-in page. */
export const STAFF: readonly StaffPlan[] = [
  { name: "沈知远", publicName: "知远", email: "admin", role: "admin", team: "service", locale: "zh", groups: {} },
  { name: "何静文", publicName: "静文", email: "manager", role: "manager", team: "service", locale: "zh", groups: {} },
  {
    name: "许嘉宁",
    publicName: "嘉宁",
    email: "agent",
    role: "agent",
    team: "service",
    locale: "zh",
    groups: { orders: 3, afterSales: 2 },
  },
  {
    name: "Grace Miller",
    publicName: "Grace",
    email: "grace",
    role: "agent",
    team: "service",
    locale: "en",
    groups: { sales: 3, orders: 2, afterSales: 2 },
  },
  {
    name: "罗一鸣",
    publicName: "一鸣",
    email: "yiming",
    role: "agent",
    team: "service",
    locale: "zh",
    groups: { afterSales: 3 },
  },
  {
    name: "秦小满",
    publicName: "小满",
    email: "xiaoman",
    role: "agent",
    team: "service",
    locale: "zh",
    groups: { sales: 3, orders: 2 },
  },
  {
    name: "Daniel Cho",
    publicName: "Daniel",
    email: "daniel",
    role: "agent",
    team: "service",
    locale: "en",
    groups: { afterSales: 3, orders: 2 },
  },
  {
    name: "苏晚晴",
    publicName: "晚晴",
    email: "wanqing",
    role: "agent",
    team: "service",
    locale: "zh",
    groups: { orders: 3, sales: 2 },
  },
  { name: "周砚秋", publicName: "砚秋", email: "editor", role: "editor", team: "content", locale: "zh", groups: {} },
];

export type SeededStaff = {
  id: string;
  locale: Locale;
  publicName: string;
  role: StaffRole;
  groups: Partial<Record<GroupKey, number>>;
};
export type SeededCompany = {
  staff: SeededStaff[];
  groups: Record<GroupKey, string>;
  inboxes: Record<"web" | "api" | "email", string>;
  serviceTeamId: string;
};
/** How one person of the demo signs in. */
export type SignIn = { role: StaffRole; name: string; email: string; password: string };

/** The ten subjects of the help center. Done before the articles come; running it again adds nothing. */
export async function seedCategories(db: Executor, random: Random, founded: Date): Promise<void> {
  const rows = CATEGORIES.map((category, position) => {
    const id = random.id("category", founded);
    return { id, ...category, position, createdAt: founded };
  });
  await db.insert(categories).values(rows).onConflictDoNothing();
}

const INBOXES = { web: "官网聊天 Web", api: "开放接口 API", email: "客服邮箱 E-mail" } as const;

/** The company and its hours, unless somebody has described their own; then only the mark that the demo is in it. */
async function seedSettings(db: Executor, calendarId: string): Promise<void> {
  const [own] = await db.select().from(settings).where(eq(settings.subject, "company"));
  const value = SETTINGS.company.parse(own ? { ...Object(own.value), demo: true } : COMPANY);
  await db
    .insert(settings)
    .values({ subject: "company", value })
    .onConflictDoUpdate({
      target: settings.subject,
      set: { value, version: sql`${settings.version} + 1` },
    });
  if (own) return;
  await db
    .insert(calendars)
    .values({ id: calendarId, name: "在线人工 · 24 小时 / People in chat, 24 hours", hours: HOURS });
}

/** The company's settings, hours, inboxes, groups and people. Returns their ids and how to sign in. */
export async function seedCompany(
  db: Executor,
  random: Random,
  input: { founded: Date; anchor: Date; password?: string },
): Promise<{ company: SeededCompany; signIns: SignIn[] }> {
  const calendarId = random.id("calendar", input.founded);
  const ids = { inboxes: {} as SeededCompany["inboxes"], groups: {} as SeededCompany["groups"] };
  await seedSettings(db, calendarId);
  const known = await db.select({ id: inboxes.id, channel: inboxes.channel }).from(inboxes);
  for (const channel of CHANNELS) {
    const id = random.id("inbox", input.founded);
    const own = known.find((inbox) => inbox.channel === channel);
    ids.inboxes[channel] = own?.id ?? id;
    const row = { id, channel, name: INBOXES[channel], calendarId, createdAt: input.founded };
    if (!own) await db.insert(inboxes).values(row);
  }
  for (const [position, group] of GROUPS.entries()) {
    ids.groups[group.key] = random.id("skillGroup", input.founded);
    const row = { id: ids.groups[group.key], name: group.name, position, createdAt: input.founded };
    await db.insert(skillGroups).values(row);
  }
  const teamRows = TEAMS.map((team) => ({
    id: random.id("team", input.founded),
    name: team.name,
    createdAt: input.founded,
  }));
  await insertRows(db, teams, teamRows);
  const teamIds = Object.fromEntries(TEAMS.map(({ key }, index) => [key, teamRows[index]?.id ?? null]));
  const people = await seedStaff(db, random, input, { teamIds, groupIds: ids.groups });
  return { company: { ...ids, staff: people.staff, serviceTeamId: teamRows[0]?.id ?? "" }, signIns: people.signIns };
}

async function seedStaff(
  db: Executor,
  random: Random,
  input: { founded: Date; anchor: Date; password?: string },
  ids: { teamIds: Record<string, string | null>; groupIds: Record<GroupKey, string> },
): Promise<{ staff: SeededStaff[]; signIns: SignIn[] }> {
  const people = await Promise.all(
    STAFF.map(async (plan) => {
      const email = `${plan.email}@luyu.example`;
      return { plan, id: random.id("staff", input.founded), email, ...(await sealStaff(email, input.password)) };
    }),
  );
  const rows = people.map(({ plan, id, columns }) => {
    const { name, publicName, role, locale } = plan;
    return { id, name, publicName, role, locale, ...columns, teamId: ids.teamIds[plan.team], createdAt: input.founded };
  });
  await insertRows(db, staff, rows);
  const memberships = people.flatMap(({ plan, id }) =>
    GROUPS.flatMap(({ key }) => {
      const level = plan.groups[key];
      return level ? [{ groupId: ids.groupIds[key], staffId: id, level }] : [];
    }),
  );
  await insertRows(db, skillGroupMembers, memberships);
  // Nobody is at work until they sign in, so the first sweep puts what they hold back into the queue.
  const serving = people.filter(({ plan }) => plan.role === "agent");
  const seenAt = new Date(input.anchor.getTime() - 5 * 60_000);
  await insertRows(
    db,
    presence,
    serving.map(({ id }) => ({ staffId: id, state: "offline" as const, capacity: DEFAULT_CAPACITY, seenAt })),
  );
  return {
    staff: people.map(({ plan, id }) => ({
      id,
      locale: plan.locale,
      publicName: plan.publicName,
      role: plan.role,
      groups: plan.groups,
    })),
    signIns: people.map(({ plan, email, password }) => ({ role: plan.role, name: plan.name, email, password })),
  };
}
