import type { Recommendation } from "@/lib/contracts/recommendations";
import type { Locale } from "@/lib/i18n";
import en from "@/messages/en/recommendations.json";
import zh from "@/messages/zh/recommendations.json";
import type { Suggestion } from "./recommend";

const WORDS = { en: en.why, zh: zh.why };

/** A suggestion as its reader sees it, with its reason in words. */
export function inWords({ kind, title, slug, why }: Suggestion, locale: Locale): Recommendation {
  const reason = WORDS[locale][why.code].replace("{name}", () => why.name);
  return { kind, title, url: slug === null ? null : `/${locale}/articles/${slug}`, reason };
}
