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

/**
 * The demo replaced by one's own company. `company` unless it was described before the demo came; `admin` from someone
 * of the demo, who could not sign in afterwards.
 */
export const startOwnSchema = z
  .object({
    confirmation: z.string().trim().max(200),
    company: setupCompanySchema.nullable(),
    admin: setupAdminSchema.nullable(),
  })
  .refine(({ company }) => !company || company.from < company.to, {
    path: ["company", "to"],
    error: "hours_backwards",
  });
export type StartOwnInput = z.infer<typeof startOwnSchema>;

/** Base64 of the files of one call; larger files go through the command. */
export const FIRST_FILES_BYTES = 600_000;
/** Files to import, as they are. */
export const firstFilesSchema = z.object({
  files: z
    .array(
      z.object({ path: z.string().min(1).max(400), base64: z.base64().max(Math.ceil(FIRST_FILES_BYTES / 3) * 4 + 4) }),
    )
    .min(1)
    .max(400),
});
