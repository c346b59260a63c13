import type { Citation } from "@/lib/contracts/assistant";
import type { Passage } from "@/lib/contracts/knowledge";
import { headingAnchor } from "@/lib/text/heading-anchor";
import { leadWithFact } from "./lead-with-fact";

const MOST = 3;
/** Behind the best by more than this share, a passage is not worth citing. */
const NEAR = 0.6;

/** Where a passage stands on the public site. */
export function passageUrl(passage: Pick<Passage, "slug" | "locale" | "headingPath">): string {
  const heading = passage.headingPath.at(-1);
  return `/${passage.locale}/articles/${passage.slug}${heading ? `#${headingAnchor(heading)}` : ""}`;
}

/** The passages an answer to a question rests on, best first: at most three, none far behind the best. */
export function citable(passages: readonly Passage[], question: string): Passage[] {
  const best = passages[0]?.score ?? 0;
  return passages
    .filter((passage) => passage.score >= best * NEAR)
    .slice(0, MOST)
    .map((passage) => leadWithFact(passage, question));
}

/** The citation of a passage. */
export function citationOf(passage: Passage): Citation {
  return {
    articleId: passage.articleId,
    ...(passage.externalId && { externalId: passage.externalId }),
    title: passage.title,
    url: passageUrl(passage),
    versionId: passage.versionId,
    chunkId: passage.chunkId,
  };
}
