import type { Recommendation } from "@/lib/contracts/recommendations";
import type { Locale } from "@/lib/i18n";
import en from "@/messages/en/recommendations.json";
import zh from "@/messages/zh/recommendations.json";
import type { Suggestion } from "./recommend";

const WORDS = { customer: { en: en.why, zh: zh.why }, staff: { en: en.whyForStaff, zh: zh.whyForStaff } };

/**
 * A suggestion in the customer's language, with its reason in words.
 * @param reader who reads the reason: the customer, or staff in their own language.
 */
export function inWords(
  { kind, title, slug, why }: Suggestion,
  locale: Locale,
  reader: { side: "customer" | "staff"; locale: Locale } = { side: "customer", locale },
): Recommendation {
  const reason = WORDS[reader.side][reader.locale][why.code].replace("{name}", () => why.name);
  return { kind, title, url: slug === null ? null : `/${locale}/articles/${slug}`, reason };
}
