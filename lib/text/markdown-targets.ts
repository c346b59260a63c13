import type { Locale } from "../i18n";

/** Where a Markdown link leads. */
export interface LinkTarget {
  href: string;
  /** Leaves this site. */
  outside: boolean;
}

const ARTICLE_LINK = /^article:([a-z0-9-]+)(?:#([\w\p{L}-]+))?$/u;
const SITE_PATH = /^(\/(?![/\\])|#|\?)/;

/** Where `article:` links lead for a reader of a language. */
export const articlesIn =
  (locale: Locale) =>
  (slug: string, section?: string): string =>
    `/${locale}/articles/${slug}${section ? `#${section}` : ""}`;

/** The safe target of a link, or undefined when it must stay text (unknown schemes, `//host`, bad slugs). */
export function resolveLink(
  link: string,
  articleHref?: (slug: string, section?: string) => string,
): LinkTarget | undefined {
  const article = ARTICLE_LINK.exec(link);
  if (article?.[1]) {
    return articleHref && { href: articleHref(article[1], article[2]), outside: false };
  }
  if (SITE_PATH.test(link)) {
    return { href: link, outside: false };
  }
  const protocol = URL.canParse(link) ? new URL(link).protocol : "";
  if (protocol === "mailto:" || protocol === "tel:") {
    return { href: link, outside: false };
  }
  return protocol === "https:" || protocol === "http:" ? { href: link, outside: true } : undefined;
}

/** The site that a text is read away from. `origin` has no slash at its end; `locale`: the language to be led to articles in. */
export type Site = { origin: string; locale: Locale };

/** Where a link leads, as a whole address; undefined when it must stay text. */
export function wholeAddress(link: string, { origin, locale }: Site): string | undefined {
  const href = resolveLink(link, articlesIn(locale))?.href;
  return href?.startsWith("/") ? `${origin}${href}` : href;
}

/** Whether an image may be loaded: a path of this site, or https from a listed host. */
export function isAllowedImage(address: string, hosts: readonly string[]): boolean {
  if (/^\/(?![/\\])/.test(address)) {
    return true;
  }
  return URL.canParse(address) && new URL(address).protocol === "https:" && hosts.includes(new URL(address).host);
}
