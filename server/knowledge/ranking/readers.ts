import type { Audience } from "@/lib/contracts/knowledge";

/** Readers as an array of PostgreSQL. */
export const arrayOf = (audiences: readonly Audience[]): string => `{${audiences.join(",")}}`;
