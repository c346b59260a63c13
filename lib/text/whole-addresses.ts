import type { Locale } from "../i18n";
import { articlesIn, resolveLink } from "./markdown-targets";

/** Where a text's links lead. `origin` has no slash at its end. */
export type Site = { origin: string; locale: Locale };

const TARGET = /\]\((article:[^()\s]+|\/(?![/\\])[^()\s]*)/g;

/** Markdown in which every link to an article or a page of this site names its whole address, for readers elsewhere. */
export function withWholeAddresses(markdown: string, { origin, locale }: Site): string {
  return markdown.replace(TARGET, (link, target: string) => {
    const href = resolveLink(target, articlesIn(locale))?.href;
    return href === undefined ? link : `](${origin}${href}`;
  });
}
