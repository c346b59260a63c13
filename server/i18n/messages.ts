import type { Locale } from "@/lib/i18n";

/** One file a domain: messages/<locale>/<domain>.json, read under the namespace `<domain>`. */
export const MESSAGE_DOMAINS = [
  "shared",
  "errors",
  "help",
  "auth",
  "setup",
  "customers",
  "conversations",
  "knowledge",
  "circumstances",
  "recommendations",
  "gaps",
  "assistant",
  "actions",
  "routing",
  "tickets",
  "quality",
  "analytics",
  "team",
  "settings",
  "mail",
] as const;

/** All words of one language by domain. */
export async function loadMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const entries = await Promise.all(
    MESSAGE_DOMAINS.map(async (domain) => {
      const file: { default: Record<string, unknown> } = await import(`../../messages/${locale}/${domain}.json`);
      return [domain, file.default] as const;
    }),
  );
  return Object.fromEntries(entries);
}
