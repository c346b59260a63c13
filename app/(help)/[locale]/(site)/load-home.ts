import type { Recommendation } from "@/lib/contracts/recommendations";
import type { Locale } from "@/lib/i18n";
import { listOwnRecommendations } from "@/server/assistant/recommendations/list-recommendations";
import type { ServiceContext } from "@/server/context";
import { customerSession } from "@/server/customer-session";
import { listCategories } from "@/server/knowledge/list-categories";
import { popularQuestions } from "@/server/knowledge/list-published-articles";
import { listTopArticles } from "@/server/knowledge/list-top-articles";
import { getAvailability } from "@/server/routing/get-availability";

/** Everything the help center's home page shows. */
export async function loadHome(ctx: ServiceContext, locale: Locale) {
  const [popular, categories, top, availability, forYou] = await Promise.all([
    popularQuestions({ ctx, input: { locale, limit: 4 } }),
    listCategories({ ctx, input: { locale } }),
    listTopArticles({ ctx, input: { locale, perCategory: 3, withoutCategory: 12 } }),
    getAvailability({ ctx }),
    recommendationsFor(locale),
  ]);
  return { popular, categories, top, availability, forYou };
}

/** What may help whoever looks next; nothing for who has no session. */
async function recommendationsFor(locale: Locale): Promise<Recommendation[]> {
  const ctx = await customerSession();
  return ctx ? listOwnRecommendations({ ctx, input: { locale } }) : [];
}
