/** A person's own choice of theme; absent follows the system. */
export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Staff pages read the choice from this cookie, so the server paints it. */
export const THEME_COOKIE = "zhida_theme";

/** Narrows any text to a theme; undefined means: as the system. */
export function themeOf(value: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === value);
}
