import type { ArticleListFilters } from "@/components/knowledge/article-list";
import { VERSION_STATES } from "@/lib/contracts/knowledge";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n";

export type RawParams = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

/** The language an address names, else the reader's own. */
export function languageParam(params: RawParams, own: string): Locale {
  return [first(params.lang), own].find(isLocale) ?? DEFAULT_LOCALE;
}

/** What the address of the article list asks for; anything unknown counts as absent. */
export function articleListParams(params: RawParams, own: string): ArticleListFilters {
  const state = first(params.state);
  return {
    locale: languageParam(params, own),
    categoryId: first(params.category)?.slice(0, 64),
    state: VERSION_STATES.find((known) => known === state),
    text: first(params.text)?.slice(0, 200),
  };
}
