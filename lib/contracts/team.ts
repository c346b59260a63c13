import { z } from "zod";
import { LOCALES, type Locale } from "@/lib/i18n";
import { isBlank, isStorable } from "@/lib/text/storable";
import type { Theme } from "@/lib/theme";

export const STAFF_ROLES = ["admin", "manager", "agent", "editor"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A person's own choices for their screens; absent follows the browser and the system. */
export type StaffPreferences = { locale?: Locale; theme?: Theme };

export const passwordSchema = z.string().min(10).max(200);
export const emailSchema = z.email().max(254);
export const personNameSchema = z
  .string()
  .trim()
  .max(80)
  .refine((name) => !isBlank(name), { error: "empty" })
  .refine(isStorable, { error: "malformed" });

export const inviteStaffSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: z.enum(STAFF_ROLES),
  locale: z.enum(LOCALES).default("zh"),
});
export const updateStaffSchema = z.object({
  staffId: z.string(),
  name: personNameSchema.optional(),
  publicName: personNameSchema.optional(),
  role: z.enum(STAFF_ROLES).optional(),
  disabled: z.boolean().optional(),
});
export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(200) });
