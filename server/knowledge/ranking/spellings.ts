const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Every spelling one slip away from a word that keeps its first letter, as people rarely miss that: a letter too much, too few or wrong, or two swapped. */
export function spellings(word: string): Set<string> {
  const slips = new Set<string>();
  for (let at = 1; at < word.length; at += 1) {
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    slips.add(before + after);
    if (after) slips.add(before + after.charAt(0) + letter + after.slice(1));
    for (const other of LETTERS) slips.add(before + other + after).add(before + other + letter + after);
  }
  for (const other of LETTERS) slips.add(word + other);
  slips.delete(word);
  return slips;
}
