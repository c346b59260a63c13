/** Numbers in square brackets by which an answer cites its sources; not the words of a Markdown link. */
export const CITATION_MARK = /\[(\d{1,2})\](?!\()/g;
