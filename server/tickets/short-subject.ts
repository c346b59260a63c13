const LONGEST = 60;

/** A subject made of a text: its first sentence, at most 60 code points, cut at a word where there is one. */
export function shortSubject(text: string): string {
  const line = text.trim().split(/[\n。！？]|[.!?](?=\s|$)/u)[0] ?? "";
  const letters = [...(line.trim() || text.trim()).replaceAll(/\s+/g, " ")];
  if (letters.length <= LONGEST) return letters.join("");
  const cut = letters.slice(0, LONGEST - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
