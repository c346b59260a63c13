import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { getArticle } from "@/server/knowledge/get-article";

export type ChatSearchParams = Promise<Record<"q" | "article" | "person", string | string[] | undefined>>;

const QUESTION_LIMIT = 500;

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? "";

/** What another page asks the chat to ask: the question, with the article it is about in front. */
export async function chatQuestion(ctx: ServiceContext, locale: Locale, searchParams: ChatSearchParams) {
  const params = await searchParams;
  const asked = single(params.q).slice(0, QUESTION_LIMIT);
  const slug = single(params.article);
  const wantsPerson = single(params.person) === "1";
  if (!asked || !slug) return { question: asked, wantsPerson };
  const article = await getArticle({ ctx, input: { slug, locale } }).catch(() => null);
  const t = await getTranslations({ locale, namespace: "help.chat" });
  return { question: article ? t("about", { title: article.title, question: asked }) : asked, wantsPerson };
}
