import { plainText } from "@/lib/text/plain-text";

/** What embedding models read of one text; more adds little to what it is about. */
const LONGEST = 2000;

/** What of a published version is embedded: its title, each further question, each passage under its headings. */
export function embeddedTexts(version: {
  title: string;
  questions: readonly string[];
  chunks: readonly { headingPath: readonly string[]; text: string }[];
}): string[] {
  const { title, questions, chunks } = version;
  const passages = chunks
    .map(({ headingPath, text }) => ({ head: [title, ...headingPath].join(" › "), body: plainText(text) }))
    .filter(({ body }) => body !== "" && body !== title);
  return [title, ...questions, ...passages.map(({ head, body }) => `${head}\n${body}`)].map((text) =>
    [...text.slice(0, LONGEST * 2)].slice(0, LONGEST).join(""),
  );
}
