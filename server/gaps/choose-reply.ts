import type { ReplyMerit, SourceReply } from "@/lib/contracts/gaps";
import { tokenise } from "@/lib/text/tokenise";
import { replyText } from "./reply-text";

/** How a conversation in which people replied ended; messages are masked, in order. */
export type EndedWith = Omit<SourceReply, "merit"> & { kind: "confirmed" | "assumed" };

const ENOUGH = 400;
/** A reply that speaks of what was asked goes before one that was only rated better. */
const BEARS_ON = 2;

function meritOf({ kind, score }: EndedWith): { merit: ReplyMerit; worth: number } | null {
  if (score !== null && score <= 2) return null;
  if (kind === "confirmed") return { merit: "confirmed", worth: 3 + (score === 4 ? 1 : 0) };
  if (score !== null) return { merit: "rated", worth: score === 4 ? 2.5 : 2 };
  return { merit: "assumed", worth: 1 };
}

/**
 * The reply that went best and says something: confirmed by the customer before rated 3 or 4 before nobody coming back;
 * of equals the one that tells more, then the newest. One that was rated 1 or 2 never went well. Pure.
 * @param terms what was asked about; `bearsOn` tells whether the reply speaks of any of it.
 */
export function chooseReply(
  ended: readonly EndedWith[],
  terms: readonly string[] = [],
): { reply: SourceReply; body: string; bearsOn: boolean } | null {
  const wanted = new Set(terms);
  const good = ended.flatMap((one) => {
    const merit = meritOf(one);
    const body = merit ? replyText(one.messages) : "";
    if (!merit || body === "") return [];
    const { kind: _kind, ...source } = one;
    const tells = Math.min(body.length, ENOUGH) / ENOUGH;
    const bearsOn = tokenise(body).words.some((word) => wanted.has(word));
    const worth = merit.worth + tells + (bearsOn ? BEARS_ON : 0);
    return [{ reply: { ...source, merit: merit.merit }, body, bearsOn, worth }];
  });
  const [best] = good.sort((a, b) => b.worth - a.worth || (a.reply.at < b.reply.at ? 1 : -1));
  return best ? { reply: best.reply, body: best.body, bearsOn: best.bearsOn } : null;
}
