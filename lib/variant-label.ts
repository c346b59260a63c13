import { type AppliesTo, DIMENSIONS, type Dimension } from "./contracts/circumstances";
import { isLocale } from "./i18n";
import { regionName } from "./regions";

/** Names in a list before it is cut. */
const NAMED = 4;

/** A word of messages/<locale>/circumstances.json. */
type Word = (key: string) => string;

/** The name of one circumstance: "Android", "Xinjiang", "Gold members". Pure. */
export function circumstanceName(dimension: Dimension, value: string, locale: string, word: Word): string {
  return dimension === "region" && isLocale(locale) ? regionName(value, locale) : word(`${dimension}.${value}`);
}

/** What a text is for, in words: "iPhone and iPad", "Xinjiang, Tibet · Gold members"; empty for what is for everybody. Pure. */
export function variantLabel(appliesTo: AppliesTo, locale: string, word: Word): string {
  return DIMENSIONS.flatMap((dimension) => {
    const values = appliesTo[dimension] ?? [];
    if (values.length === 0) return [];
    const names = values.slice(0, NAMED).map((value) => circumstanceName(dimension, value, locale, word));
    return [names.join(word("comma")) + (values.length > NAMED ? word("more") : "")];
  }).join(" · ");
}
