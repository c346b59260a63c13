import { z } from "zod";
import { LOCALES } from "@/lib/i18n";

export const COMPANY_HUES = [172, 145, 75, 45, 350, 320, 290, 235] as const;

/** The settings of a company, one subject a row in `settings`. */
export const SETTINGS = {
  company: z.object({
    name: z.object({ zh: z.string().max(80), en: z.string().max(80) }),
    assistantName: z.object({ zh: z.string().max(40), en: z.string().max(40) }),
    hue: z.union(COMPANY_HUES.map((hue) => z.literal(hue))).default(172),
    timeZone: z.string().max(60).default("Asia/Shanghai"),
    defaultLocale: z.enum(LOCALES).default("zh"),
    phone: z.string().max(40).default(""),
    email: z.string().max(254).default(""),
    privacyUrl: z.string().max(500).default(""),
    icp: z.string().max(60).default(""),
    demo: z.boolean().default(false),
  }),
  mail: z.object({ smtpUrl: z.string().max(500).default(""), from: z.string().max(254).default("") }),
  assistant: z.object({
    /** 0 = answer only when nearly certain, 1 = answer whenever something fits. */
    coverage: z.number().min(0).max(1).default(0.5),
  }),
  limits: z.object({
    messagesPerMinute: z.int().min(1).max(10_000).default(30),
    sessionsPerMinute: z.int().min(1).max(10_000).default(20),
    ticketsPerHour: z.int().min(1).max(10_000).default(10),
  }),
} as const;

export type SettingsSubject = keyof typeof SETTINGS;
export type SettingsOf<Subject extends SettingsSubject> = z.infer<(typeof SETTINGS)[Subject]>;
