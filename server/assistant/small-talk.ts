import { SMALL_TALK_WORDS } from "./small-talk-words";

/**
 * What a message may be that asks for nothing to be looked up or done; the first is meant where several stand side by side
 * ("thanks, bye"). `who_answers` asks whether a machine or a person does.
 */
export const SMALL_TALK = ["who_answers", "solved", "farewell", "thanks", "greeting", "acknowledged"] as const;
export type SmallTalk = (typeof SMALL_TALK)[number];

/** Longer messages say more than that. */
const LONGEST = 80;

const PIECES = ([...SMALL_TALK, "filler"] as const).map((kind) => {
  const [english, chinese] = SMALL_TALK_WORDS[kind];
  return { kind, piece: new RegExp(`(?:(?:${english})(?![a-z0-9])|(?:${chinese}))\\s*`, "uy") };
});

/** Which small talk a message is; null when anything else is in it. Pure. */
export function smallTalkOf(text: string): SmallTalk | null {
  if (text.length > 2 * LONGEST) return null;
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/(?![👋🙏👍👌])[\p{P}\p{S}\p{M}\u200d]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const kinds = bare.length > LONGEST ? [] : kindsIn(bare);
  const found = SMALL_TALK.find((kind) => kinds.includes(kind)) ?? null;
  return found === "solved" && /[?？]/.test(text) ? null : found;
}

/** Whether a message is nothing but small talk: there is nothing to look up. Pure. */
export const isSmallTalk = (text: string): boolean => smallTalkOf(text) !== null;

/** The kinds of the pieces that make up a text, the longest first at each place; none when something else is in it. */
function kindsIn(bare: string): (SmallTalk | "filler")[] {
  const kinds: (SmallTalk | "filler")[] = [];
  for (let at = 0; at < bare.length; ) {
    const found = PIECES.map(({ kind, piece }) => {
      piece.lastIndex = at;
      return { kind, length: piece.exec(bare)?.[0].length ?? 0 };
    });
    const longest = found.reduce((one, other) => (other.length > one.length ? other : one));
    if (longest.length === 0) return [];
    kinds.push(longest.kind);
    at += longest.length;
  }
  return kinds;
}
