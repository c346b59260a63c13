/** The SQLSTATE of a database error, wherever the driver or Drizzle put it. */
export function sqlState(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string" && /^[0-9A-Z]{5}$/.test(current.code))
      return current.code;
  }
  return undefined;
}

/** Values that no column takes: text with NUL, a number beyond its type, a date beyond the calendar. */
const UNSTORABLE = new Set(["22003", "22007", "22008", "22009", "22021", "22P02", "22P05"]);

/**
 * Whether the database refused a value as such. Schemas refuse most of them first; whatever slips through is the
 * caller's mistake still, and not a failure of ours.
 */
export function isUnstorable(error: unknown): boolean {
  return UNSTORABLE.has(sqlState(error) ?? "");
}
