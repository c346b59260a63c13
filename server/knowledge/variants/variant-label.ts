import { type AppliesTo, DIMENSIONS } from "@/lib/contracts/circumstances";
import type { Locale } from "@/lib/i18n";
import { regionName } from "@/lib/regions";
import en from "@/messages/en/circumstances.json";
import zh from "@/messages/zh/circumstances.json";

const WORDS = { en, zh };
const NAMED = 4;

type Named = Record<string, string>;

/** The name of one value in a language. */
function valueName(dimension: keyof AppliesTo, value: string, locale: Locale): string {
  if (dimension === "region") return regionName(value, locale);
  return (WORDS[locale][dimension] as Named)[value] ?? value;
}

/** What a variant is for, in words: "iPhone and iPad", "Xinjiang, Tibet · Gold"; empty for what is for everybody. */
export function variantLabel(appliesTo: AppliesTo, locale: Locale): string {
  const { comma, more } = WORDS[locale];
  return DIMENSIONS.flatMap((dimension) => {
    const values = appliesTo[dimension] ?? [];
    if (values.length === 0) return [];
    const names = values.slice(0, NAMED).map((value) => valueName(dimension, value, locale));
    return [names.join(comma) + (values.length > NAMED ? more : "")];
  }).join(" · ");
}
