/** Ends of a sentence that may be said: Chinese enders at once, Latin ones before a space, and every line. */
const END = /\n+|[。！？]+["”’）)]*(?: ?\[\d{1,2}\])*|[.!?]+["'”’)]*(?: ?\[\d{1,2}\])*(?=\s)/g;
/** Not an end: "e.g. ", "No. 5", an initial, a list marker. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|no|vs|mr|mrs|ms|dr|st|approx|[a-z])|^\s*\d{1,3})\.$/i;

/** Cuts a growing text into sentences: those that are complete, and the rest. Joined they give the text. */
export function cutSentences(text: string): { sentences: string[]; rest: string } {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (isPending(text, end)) break;
    const sentence = text.slice(from, end);
    if (ABBREVIATION.test(sentence.trimEnd()) || sentence.trim() === "") continue;
    sentences.push(sentence);
    from = end;
  }
  return { sentences, rest: text.slice(from) };
}

/** A citation may still follow the very end of what has arrived. */
function isPending(text: string, end: number): boolean {
  return /^\s?\[?\d{0,2}$/.test(text.slice(end)) && !text.slice(0, end).endsWith("\n");
}

/** All sentences of a text that is complete; joined they give the text. Figures and addresses stay whole. */
export function sentencesOf(text: string): string[] {
  const { sentences, rest } = cutSentences(text);
  return rest === "" ? sentences : [...sentences, rest];
}
