import { z } from "zod";
import { REGION_CODES } from "@/lib/regions";
import { CUSTOMER_TIERS } from "./customers";

/** What a variant of an article can depend on. */
export const DIMENSIONS = ["platform", "device", "region", "tier"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const PLATFORMS = ["ios", "android", "harmonyos", "windows", "mac", "linux", "web"] as const;
export const DEVICES = ["phone", "tablet", "computer"] as const;

/** Every value of each dimension. Regions are ISO 3166 codes; one holds those that begin with it ("CN" holds "CN-SH"). */
export const DIMENSION_VALUES = {
  platform: PLATFORMS,
  device: DEVICES,
  region: REGION_CODES,
  tier: CUSTOMER_TIERS,
} as const satisfies Record<Dimension, readonly string[]>;

/** The circumstances a variant is for: one of the values has to hold, of each dimension that has some. */
export type AppliesTo = Partial<Record<Dimension, string[]>>;

/** What is known of one person, by dimension. */
export type Circumstances = Partial<Record<Dimension, string>>;

/** How a circumstance is known, the strongest first: the person says it, the client gives it, the profile or the browser shows it. */
export const CIRCUMSTANCE_SOURCES = ["said", "given", "profile", "seen"] as const;
export type CircumstanceSource = (typeof CIRCUMSTANCE_SOURCES)[number];

/** What a conversation keeps; `asked` are the general articles whose variants the customer was asked about once. */
export type KeptCircumstances = Partial<Record<Exclude<CircumstanceSource, "profile">, Circumstances>> & {
  asked?: string[];
};

const region = z.string().refine((code) => REGION_CODES.includes(code), { error: "unknown_region" });

const valuesOf = (dimension: Dimension) => {
  const known: readonly string[] = DIMENSION_VALUES[dimension];
  return z
    .array(z.string().refine((value) => known.includes(value), { error: "unknown_circumstance" }))
    .max(known.length)
    .optional();
};

export const appliesToSchema = z.strictObject({
  platform: valuesOf("platform"),
  device: valuesOf("device"),
  region: valuesOf("region"),
  tier: valuesOf("tier"),
});

/** What a client may say of its surroundings when a conversation begins. */
export const conversationContextSchema = z.object({
  platform: z.enum(PLATFORMS).optional(),
  device: z.enum(DEVICES).optional(),
  region: region.optional().meta({ description: "An ISO 3166 code: a country, or a province of China." }),
});
