import type { ReplyMerit, SourceReply } from "@/lib/contracts/gaps";
import { replyText } from "./reply-text";

/** How a conversation in which people replied ended; messages are masked, in order. */
export type EndedWith = Omit<SourceReply, "merit"> & { kind: "confirmed" | "assumed" };

const ENOUGH = 400;

function meritOf({ kind, score }: EndedWith): { merit: ReplyMerit; worth: number } | null {
  if (score !== null && score <= 2) return null;
  if (kind === "confirmed") return { merit: "confirmed", worth: 3 + (score === 4 ? 1 : 0) };
  if (score !== null) return { merit: "rated", worth: score === 4 ? 2.5 : 2 };
  return { merit: "assumed", worth: 1 };
}

/**
 * The reply that went best and says something: confirmed by the customer before rated 3 or 4 before nobody coming back;
 * of equals the one that tells more, then the newest. One that was rated 1 or 2 never went well. Pure.
 */
export function chooseReply(ended: readonly EndedWith[]): { reply: SourceReply; body: string } | null {
  const good = ended.flatMap((one) => {
    const merit = meritOf(one);
    const body = merit ? replyText(one.messages) : "";
    if (!merit || body === "") return [];
    const { kind: _kind, ...source } = one;
    const tells = Math.min(body.length, ENOUGH) / ENOUGH;
    return [{ reply: { ...source, merit: merit.merit }, body, worth: merit.worth + tells }];
  });
  const [best] = good.sort((a, b) => b.worth - a.worth || (a.reply.at < b.reply.at ? 1 : -1));
  return best ? { reply: best.reply, body: best.body } : null;
}
