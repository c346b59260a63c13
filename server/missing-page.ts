import { db } from "@/db/client";
import { isLocale, negotiateLocale } from "@/lib/i18n";
import { isPublicAddress } from "./knowledge/public-address";

/** Second path segments of public pages. */
const PAGES = new Set(["search", "articles", "categories", "chat", "requests", "rate", "return", "missing"]);

async function isMissing(page: string | undefined, rest: string[]): Promise<boolean> {
  if (page === undefined) return false;
  if (!PAGES.has(page)) return true;
  const [slug] = rest;
  if (page !== "articles" && page !== "categories") return false;
  if (slug === undefined || rest.length > 1) return true;
  return !(await isPublicAddress(db(), new Date(), { kind: page, slug }));
}

/**
 * Where the 404 of a public document is drawn, when its path leads nowhere; null otherwise. It is asked before the page
 * is: what a page finds missing while it is drawn reaches nobody without JavaScript. A database that does not answer
 * leaves the matter to the page.
 */
export async function missingPage(pathname: string, acceptLanguage: string | null): Promise<string | null> {
  const [, first = "", page, ...rest] = pathname.split("/").map(decoded);
  if (!isLocale(first)) return `/${negotiateLocale(acceptLanguage)}/missing`;
  const missing = await isMissing(page === "" ? undefined : page, rest).catch(() => false);
  return missing ? `/${first}/missing` : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
