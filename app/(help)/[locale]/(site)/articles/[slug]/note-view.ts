import { after } from "next/server";
import { noteArticleView } from "@/server/assistant/recommendations/article-views";
import { customerSession } from "@/server/customer-session";

/** Remembers, once the page is out, that the customer of this session has read an article; of others nothing is kept. */
export async function noteView({
  articleId,
  family,
}: {
  articleId: string;
  family: readonly { articleId: string; general: boolean }[];
}): Promise<void> {
  const ctx = await customerSession();
  const general = family.find((text) => text.general)?.articleId ?? articleId;
  if (ctx) after(() => noteArticleView({ ctx, input: { articleId: general } }));
}
