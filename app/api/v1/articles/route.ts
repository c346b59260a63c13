import { z } from "zod";
import { localeSchema } from "@/lib/contracts/knowledge";
import { DEFAULT_LOCALE } from "@/lib/i18n";
import { searchArticles } from "@/server/knowledge/search-articles";
import { json, publicRoute } from "@/server/rest/route";

const querySchema = z.object({
  q: z.string().max(500).default(""),
  locale: localeSchema.default(DEFAULT_LOCALE),
  limit: z.coerce.number().pipe(z.int().min(1).max(20)).default(6),
});

/** Search as one types: published articles everybody may read, best first. */
export const GET = publicRoute("calls", async ({ ctx, request }) => {
  const { q, ...query } = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await searchArticles({ ctx, input: { ...query, text: q } });
  const articles = found.map(({ articleId, slug, locale, title, excerpt }) => ({
    articleId,
    locale,
    title,
    excerpt,
    url: `/${locale}/articles/${slug}`,
  }));
  return json(200, { articles });
});
