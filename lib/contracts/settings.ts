import { z } from "zod";
import { LOCALES } from "@/lib/i18n";
import { isStorable } from "@/lib/text/storable";
import { recommendationSettings } from "./recommendations";

export const COMPANY_HUES = [172, 145, 75, 45, 350, 320, 290, 235] as const;

export const DEMO_STATES = ["none", "loading", "ready", "failed"] as const;
/** The parts of the demo, in the order in which they arrive. */
export const DEMO_STAGES = ["articles", "people", "conversations", "tickets"] as const;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** An IANA time zone that this runtime knows. */
export const timeZoneSchema = z.string().max(60).refine(isTimeZone, { error: "unknown_time_zone" });

const storable = (schema: z.ZodString) => schema.refine(isStorable, { error: "malformed" });
const companyName = storable(z.string().trim().min(1).max(80));
const assistantName = storable(z.string().trim().min(1).max(40));

/** Ids by the table they are in. */
const idsByTable = z.record(z.string(), z.array(z.string()));

/** How carefully a kind of customer is treated: answered as always, answered and offered a person, or handed over. */
export const CARE = ["answer", "offer", "hand_over"] as const;
export type Care = (typeof CARE)[number];

/** What the assistant does outside opening hours: fetches people who are online all the same, or only takes messages. */
export const WHEN_CLOSED = ["people", "message"] as const;

const price = z.number().min(0).max(1_000_000);

const limit = z.int().min(1).max(10_000);

/** The settings of a company, one subject a row in `settings`. */
export const SETTINGS = {
  company: z.object({
    name: z.object({ zh: companyName, en: companyName }).default({ zh: "知答", en: "Zhida" }),
    assistantName: z
      .object({ zh: assistantName, en: assistantName })
      .default({ zh: "知答助手", en: "Zhida assistant" }),
    hue: z.union(COMPANY_HUES.map((hue) => z.literal(hue))).default(172),
    timeZone: timeZoneSchema.default("Asia/Shanghai"),
    defaultLocale: z.enum(LOCALES).default("zh"),
    phone: z.string().max(40).default(""),
    email: z.string().max(254).default(""),
    privacyUrl: z
      .string()
      .max(500)
      .refine((url) => url === "" || /^https?:\/\//.test(url), { error: "link_not_web" })
      .default(""),
    icp: z.string().max(60).default(""),
    demo: z.boolean().default(false),
  }),
  /** The server's URL holds a password, so it is stored encrypted. */
  mail: z.object({ smtpUrlEncrypted: z.string().max(2000).default(""), from: z.string().max(254).default("") }),
  assistant: z.object({
    /** 0 = answer only when nearly certain, 1 = answer whenever something fits. */
    coverage: z.number().min(0).max(1).default(0.5),
    /** Whether a second opinion is trained and heard where articles have many wordings. */
    strongerRecogniser: z.boolean().default(true),
    /** What an angry or threatening message leads to. */
    whenUnhappy: z.enum(CARE).default("hand_over"),
    /** What a question of a gold or platinum customer leads to, beside its answer. */
    whenVip: z.enum(CARE).default("answer"),
    /** What becomes of a customer whom a person would be fetched for, outside opening hours. */
    whenClosed: z.enum(WHEN_CLOSED).default("people"),
    /** Unanswered or unhelpful this often in a row, a person is fetched without asking again. */
    missesBeforeHandoff: z.int().min(1).max(5).default(2),
    /** The same content this often in a row is a loop: a person is fetched. */
    loopTurns: z.int().min(2).max(6).default(3),
    /** A conversation with the assistant alone is closed after so many hours without a word; 0 = never. */
    closeIdleHours: z.int().min(0).max(720).default(24),
  }),
  recommendations: recommendationSettings,
  /** What the configured model costs, and how much of it a day may cost. */
  model: z.object({
    /** Prices of a million tokens, in `currency`. */
    inputPrice: price.default(0),
    outputPrice: price.default(0),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: "currency_unknown" })
      .default("USD"),
    /** Once a day has cost this much, the offline model answers until midnight; 0 = no limit. */
    dailyBudget: price.default(0),
  }),
  actions: z.object({
    /** Hosts on private addresses that actions may call all the same: `host` or `host:port`. */
    allowedHosts: z
      .array(
        z
          .string()
          .trim()
          .toLowerCase()
          .max(253)
          .regex(/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/, { error: "host_malformed" }),
      )
      .max(50)
      .default([]),
  }),
  /** How much one customer, one person's API key or, without either, one address may do. */
  limits: z.object({
    messagesPerMinute: limit.default(30),
    sessionsPerMinute: limit.default(20),
    ticketsPerHour: limit.default(10),
    filesPerMinute: limit.default(20),
    actionsPerMinute: limit.default(60),
    staffCallsPerMinute: limit.default(300),
    resetsPerHour: limit.default(10),
    /** Calls of any kind, reads included. */
    callsPerMinute: limit.default(600),
    /** How many customers' limits one address may use up: an office or a mobile network shares one. */
    addressFactor: z.int().min(1).max(1000).default(10),
  }),
  /** How far the demo company has come, and which rows are its own: what it brought is what leaves with it. */
  demo: z.object({
    state: z.enum(DEMO_STATES).default("none"),
    stage: z.int().min(0).max(DEMO_STAGES.length).default(0),
    /** What was there before it came. */
    before: idsByTable.nullable().default(null),
    /** What came with it; null until all of it is there. */
    added: idsByTable.nullable().default(null),
  }),
  /** The first steps over the console; dismissed once all are done. */
  firstSteps: z.object({ dismissed: z.boolean().default(false) }),
} as const;

export type SettingsSubject = keyof typeof SETTINGS;
export type SettingsOf<Subject extends SettingsSubject> = z.infer<(typeof SETTINGS)[Subject]>;

/** The subjects an administrator saves as a whole. `demo` belongs to the product, mail has its own form. */
export const EDITABLE_SETTINGS = {
  company: SETTINGS.company.omit({ demo: true }),
  assistant: SETTINGS.assistant,
  recommendations: SETTINGS.recommendations,
  model: SETTINGS.model,
  limits: SETTINGS.limits,
  actions: SETTINGS.actions,
} as const;

/** A save: refused when `version` is no longer the stored one. */
export const updateSettingsSchema = z.discriminatedUnion("subject", [
  z.object({ subject: z.literal("company"), version: z.int(), value: EDITABLE_SETTINGS.company }),
  z.object({ subject: z.literal("assistant"), version: z.int(), value: EDITABLE_SETTINGS.assistant }),
  z.object({
    subject: z.literal("recommendations"),
    version: z.int(),
    value: EDITABLE_SETTINGS.recommendations,
  }),
  z.object({ subject: z.literal("model"), version: z.int(), value: EDITABLE_SETTINGS.model }),
  z.object({ subject: z.literal("limits"), version: z.int(), value: EDITABLE_SETTINGS.limits }),
  z.object({ subject: z.literal("actions"), version: z.int(), value: EDITABLE_SETTINGS.actions }),
]);
export type UpdateSettingsInput = z.infer<typeof updateSettingsSchema>;

/** `smtpUrl` empty keeps the stored one; `remove` forgets the server. */
export const updateMailSchema = z.object({
  smtpUrl: z.string().trim().max(500).default(""),
  from: z.string().trim().max(254),
  remove: z.boolean().default(false),
});
