import type { Locale } from "@/lib/i18n";
import { variantLabel } from "@/lib/variant-label";
import { fitOf } from "@/server/knowledge/variants/fit";
import type { FamilyMember } from "@/server/knowledge/variants/load-families";
import { circumstanceWord } from "./circumstance-words";
import { circumstancesIn } from "./circumstances-in";

/**
 * What a customer says to take one text of a family: its title where that alone tells whom it is for, else the title and
 * whom it is for. Said back word for word it names that text and no other. Pure.
 */
export function variantChoice(
  member: Pick<FamilyMember, "title" | "appliesTo">,
  family: readonly Pick<FamilyMember, "title" | "appliesTo">[],
  locale: Locale,
): string {
  const { title, appliesTo } = member;
  const alone = family.every((other) => other === member || other.title !== title);
  const told = fitOf(appliesTo, circumstancesIn(title));
  if (alone && told !== null && told.met > 0 && told.unknown === 0) return title;
  const label = variantLabel(appliesTo, locale, circumstanceWord(locale));
  return label === "" ? title : locale === "zh" ? `${title}（${label}）` : `${title} (${label})`;
}
