import type { AnswerEvent } from "@/lib/contracts/assistant";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import type { Site } from "@/lib/text/markdown-targets";
import { withWholeAddresses } from "@/lib/text/whole-addresses";
import { bearerToken } from "./customer-token";

/** Where links lead for whoever calls with a token of their own; null for our own pages, which resolve them themselves. */
export function siteFor(request: Request, locale: string | undefined): Site | null {
  if (!bearerToken(request)) return null;
  return { origin: env().APP_URL, locale: isLocale(locale) ? locale : DEFAULT_LOCALE };
}

/** What may go on as a link's target once more of the text is there. */
const UNFINISHED = /\](?:\([^()\s]{0,500})?$/;

const told = (delta: string): AnswerEvent[] => (delta === "" ? [] : [{ event: "text", data: { delta } }]);

/** An answer's events whose links name whole addresses, also where a link comes in parts. */
export async function* addressed(
  events: AsyncGenerator<readonly AnswerEvent[]>,
  site: Site,
): AsyncGenerator<AnswerEvent[]> {
  let held = "";
  const next = (event: AnswerEvent): AnswerEvent[] => {
    const before = event.event === "reset" ? "" : held;
    held = "";
    if (event.event !== "text") return [...told(before), event];
    const text = before + event.data.delta;
    held = UNFINISHED.exec(text)?.[0] ?? "";
    return told(withWholeAddresses(text.slice(0, text.length - held.length), site));
  };
  for await (const come of events) yield come.flatMap(next);
}
