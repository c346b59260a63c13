import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { flatCategories } from "./category-moves";

const INDENT = "\u2003";

/** Every category as an option of a select, indented as deep as it stands; `none` is the words for no category. */
export function useCategoryOptions(none: string): { value: string; label: string }[] {
  const locale = useLocale();
  const own = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const { data: tree = [] } = useQuery(useTRPC().knowledge.listCategories.queryOptions(own));
  const categories = flatCategories(tree).map(({ node, depth }) => ({
    value: node.id,
    label: INDENT.repeat(depth) + node.name,
  }));
  return [{ value: "", label: none }, ...categories];
}
