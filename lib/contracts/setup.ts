import { z } from "zod";
import { LOCALES } from "@/lib/i18n";
import { timeZoneSchema } from "./settings";
import { emailSchema, passwordSchema, personNameSchema } from "./team";

const minute = z
  .int()
  .min(0)
  .max(24 * 60);

/** The company as the first administrator describes it. */
export const setupCompanySchema = z.object({
  locale: z.enum(LOCALES),
  timeZone: timeZoneSchema,
  companyName: z.string().trim().min(1).max(80),
  /** Weekdays on which people answer, 0 = Sunday; the same hours on each. */
  days: z.array(z.int().min(0).max(6)).max(7),
  from: minute,
  to: minute,
});

export const setupAdminSchema = z.object({ name: personNameSchema, email: emailSchema, password: passwordSchema });

export const setupSchema = z
  .object({ company: setupCompanySchema, admin: setupAdminSchema })
  .refine(({ company }) => company.from < company.to, { path: ["company", "to"], error: "hours_backwards" });
export type SetupInput = z.infer<typeof setupSchema>;

const faqSchema = z.object({ question: z.string().trim().max(200), answer: z.string().trim().max(4000) });
/** The first questions and their answers, typed or pasted. */
export const firstQuestionsSchema = z.object({ locale: z.enum(LOCALES), entries: z.array(faqSchema).max(20) });
