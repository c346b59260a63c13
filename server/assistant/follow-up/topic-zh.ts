import { EMPTY, ENDING, FAMILY_NAMES } from "./words-zh";

/** A stretch of an earlier message that may be what is talked about. `turn` counts from the oldest. */
export type Topic = { text: string; turn: number; person: boolean };

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const HOLLOW = new RegExp(`^(?:${EMPTY})+$`);
const LONGEST = 12;
/** Words of a sentence, which no name has. */
const TALK = /[我你您他她它]|什么|怎么|为什么|谁|哪|吗|多少|知道|喜欢|是|不|没|很|太/;

function isPerson(text: string): boolean {
  if (/[·•]/.test(text)) return true;
  return text.length >= 2 && text.length <= 3 && FAMILY_NAMES.has(text.charAt(0));
}

/** Stretches of two to twelve letters between empty words; an empty syllable within a word ("会" in "会员") does not cut it. */
export function piecesOf(text: string): string[] {
  let kept = "";
  for (const { segment, isWordLike } of segmenter.segment(text))
    kept += isWordLike && !HOLLOW.test(segment) ? segment : " ";
  return kept.split(" ").filter((piece) => piece.length >= 2 && piece.length <= LONGEST);
}

/** The longest stretch of two or more letters that both texts hold and that is more than empty words. */
function shared(first: string, second: string): string | null {
  let best = "";
  for (let start = 0; start < first.length; start += 1) {
    for (let end = start + Math.max(2, best.length + 1); end <= first.length; end += 1) {
      const stretch = first.slice(start, end);
      if (!second.includes(stretch)) break;
      best = stretch;
    }
  }
  const [piece] = piecesOf(best).sort((a, b) => b.length - a.length);
  return piece ?? null;
}

/** A turn that is a name and nothing else, empty words within it included ("the man and the sea"). */
function wholeName(text: string, pieces: readonly string[]): string | null {
  const bare = text.replace(ENDING, "").trim();
  if (bare.length < 2 || bare.length > LONGEST || TALK.test(bare)) return null;
  return pieces.join("").length >= bare.length * 0.6 ? bare : null;
}

/** What earlier messages (oldest first) are about, likeliest first. */
export function topicsOf(turns: readonly string[]): Topic[] {
  const found: (Topic & { weight: number })[] = [];
  const add = (text: string, turn: number, weight: number) => {
    const known = found.find((topic) => topic.text === text);
    if (known) known.weight += weight;
    else found.push({ text, turn, person: isPerson(text), weight });
  };
  turns.forEach((text, turn) => {
    const age = turns.length - 1 - turn;
    const pieces = piecesOf(text);
    const name = wholeName(text, pieces);
    if (name) add(name, turn, 2.7 + 0.2 * age);
    pieces.forEach((piece, place) => {
      add(piece, turn, 2 + 0.2 * age - 0.1 * place + Math.min(4, piece.length) * 0.1 + (isPerson(piece) ? 0.6 : 0));
    });
    const before = turns[turn - 1];
    const both = before === undefined ? null : shared(before, text);
    if (both) add(both, turn, 2.5);
  });
  return found.sort((a, b) => b.weight - a.weight).map(({ text, turn, person }) => ({ text, turn, person }));
}
