import type { Locale } from "@/lib/i18n";
import { listModelSpending } from "@/server/assistant/list-model-spending";
import { listRules } from "@/server/assistant/rules/list-rules";
import type { ServiceContext } from "@/server/context";
import { listArticleTitles } from "@/server/knowledge/list-article-titles";
import { getEmbeddingProgress } from "@/server/knowledge/meaning/get-embedding-progress";
import { readSettings } from "@/server/settings/get-settings";

/** Everything the page about the assistant shows. */
export async function readAssistant(ctx: ServiceContext, locale: Locale) {
  const [assistant, recommendations, model, spending, meaning, rules, articles] = await Promise.all([
    readSettings(ctx.db, "assistant"),
    readSettings(ctx.db, "recommendations"),
    readSettings(ctx.db, "model"),
    listModelSpending({ ctx }),
    getEmbeddingProgress({ ctx }),
    listRules({ ctx }),
    listArticleTitles({ ctx, input: { locale } }),
  ]);
  return { assistant, recommendations, model, spending, meaning, rules, articles };
}
