/** Estimated waits people are told, in minutes; the words live in messages. */
export const WAIT_RANGES = ["under1", "1to2", "3to5", "5to10", "10to20", "over20"] as const;

export type WaitRange = (typeof WAIT_RANGES)[number];

/** The range an estimate in seconds falls into; never more exact than that. */
export function waitRange(seconds: number): WaitRange {
  const minutes = seconds / 60;
  if (minutes < 1) return "under1";
  if (minutes <= 2) return "1to2";
  if (minutes <= 5) return "3to5";
  if (minutes <= 10) return "5to10";
  return minutes <= 20 ? "10to20" : "over20";
}

/** A whole or decimal number by locale. */
export function formatNumber(value: number, locale: string, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value);
}

/** A large number in few characters: 12K, 1.2万. */
export function formatCompact(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** A share from 0 to 1 as a percentage. */
export function formatPercent(share: number, locale: string, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits }).format(share);
}

/** Money from integer minor units (cents, 分; yen has none) and an ISO 4217 currency. */
export function formatMoney(minorUnits: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minorUnits / 10 ** digits);
}

const MEGABYTE = 1024 * 1024;

/** The size of a file in kilobytes or megabytes; never less than 0.1 kB, so that what has something in it does not read as empty. */
export function formatBytes(bytes: number, locale: string): string {
  const [value, unit] = bytes < MEGABYTE ? [Math.max(bytes / 1024, 0.1), "kilobyte"] : [bytes / MEGABYTE, "megabyte"];
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(value);
}

/** Two numbers with an en dash, one when they are equal. */
export function formatRange(from: number, to: number, locale: string): string {
  return from === to ? formatNumber(from, locale) : `${formatNumber(from, locale)}–${formatNumber(to, locale)}`;
}

/** A phone with its middle hidden: 138****5678. At least half of the digits stay hidden in short numbers. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  const local = digits.length > 11 ? digits.slice(-11) : digits;
  if (local.length < 7) {
    return "*".repeat(local.length);
  }
  const head = local.slice(0, local.length >= 10 ? 3 : 1);
  return `${head}****${local.slice(local.length >= 10 ? -4 : -2)}`;
}
