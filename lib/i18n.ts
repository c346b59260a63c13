/** Languages of the interface, the default first. */
export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "zh";

/** Narrows any text to a supported language. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language that a path names first, as every public page does; undefined where it names none. */
export function pathLocale(path: string): Locale | undefined {
  return LOCALES.find((locale) => locale === path.split("/")[1]);
}

/**
 * The supported language an Accept-Language header prefers, by quality value (RFC 9110 §12.5.4).
 * @param otherwise where it is absent or names none of them.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined, otherwise: Locale = DEFAULT_LOCALE): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((entry) => entry.language).find(isLocale) ?? otherwise;
}
