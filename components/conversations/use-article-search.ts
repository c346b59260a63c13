import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useDeferredValue } from "react";
import { isLocale, type Locale } from "@/lib/i18n";
import { type RouterOutputs, useTRPC } from "../layout/trpc-client";

/** A published article that was found. */
export type FoundArticle = RouterOutputs["knowledge"]["search"][number];

const SHOWN = 5;

/**
 * Published articles that hold what is typed, while it is typed, in the customer's language or else in one's own.
 * `found` is undefined while nothing is asked; the earlier ones stay until the next are there.
 */
export function useArticleSearch(
  lang: string,
  typed: string,
): { locale: Locale; text: string; found: FoundArticle[] | undefined } {
  const own = useLocale();
  const locale = isLocale(lang) ? lang : isLocale(own) ? own : "zh";
  const text = useDeferredValue(typed).trim();
  const search = useQuery({
    ...useTRPC().knowledge.search.queryOptions({ locale, text, limit: SHOWN }),
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
  });
  return { locale, text, found: text ? search.data : undefined };
}
