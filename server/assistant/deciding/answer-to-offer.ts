import type { Decision } from "@/lib/contracts/assistant";
import { normalise } from "@/lib/text/normalise";
import { plainConsent } from "../actions/consent";

/** What a customer makes of what the assistant offered: a person, or choices of what they may have meant. */
export type OfferAnswer = { wants: "person" | "no_person" | "no_choice" } | { wants: "choice"; choice: string };

/** How the first, second … of several is named; the last place counts from the end. */
const PLACES: readonly (readonly [at: number, words: string])[] = [
  [0, "1|one|first|1st|former|一"],
  [1, "2|two|second|2nd|二|两"],
  [2, "3|three|third|3rd|三"],
  [3, "4|four|fourth|4th|四"],
  [-1, "last|latter|最后一?"],
];
const BEFORE =
  "(?:(?:i (?:mean|meant|want|choose)|it is|it's|yes|ok|好的?|嗯|对|是的|我?(?:想问|问|说|指|要|选)?的?是|我?(?:要|选))[\\s,]*)?(?:(?:the|number|option|no\\.?) ?|#|第)?";
const AFTER = "(?:\\s?(?:one|option|choice|个|项|条|种))?(?:[\\s,]*(?:please|thanks|thank you|吧|谢谢))?[\\s.。!]*";
const NAMED = PLACES.map(([at, words]) => ({ at, names: new RegExp(`^${BEFORE}(?:${words})${AFTER}$`, "u") }));

const NEITHER =
  /^(?:no[\s,]*)?(?:neither|none)(?: of (?:these|those|them|the above|both))?[\s.!]*$|^(?:不是[\s,]*)?(?:这些|这几个|这两个)?[都全]不(?:是|对|要)[\s.。!]*$/u;

/** The choice that a message names by its place; undefined where it names none that is there. */
function namedChoice(said: string, choices: readonly string[]): string | undefined {
  const place = NAMED.find(({ names }) => names.test(said));
  return place && choices.at(place.at);
}

/**
 * Reads a message as an answer to what the assistant offered with its last one. Null where that offered nothing, where an
 * action asked, and where the message is more than a yes, a no or which of them. Pure.
 */
export function answerToOffer(message: string, offer: Decision | null): OfferAnswer | null {
  const says = plainConsent(message);
  if (offer?.kind === "handoff" && offer.started === false) {
    return says && { wants: says === "yes" ? "person" : "no_person" };
  }
  const { choices = [] } = offer ?? {};
  if (offer?.kind !== "ask" || offer.action || choices.length === 0) return null;
  const said = normalise(message);
  const choice = says === "yes" ? choices[0] : namedChoice(said, choices);
  if (choice !== undefined) return { wants: "choice", choice };
  return says === "no" || NEITHER.test(said) ? { wants: "no_choice" } : null;
}
