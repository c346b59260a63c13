import { and, desc, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Recommendation } from "@/lib/contracts/recommendations";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n";
import { requireCustomer, requirePermission, type ServiceContext } from "@/server/context";
import { loadConversation } from "@/server/conversations/load-conversation";
import { getSettings } from "@/server/settings/get-settings";
import { loadSignals } from "./load-signals";
import { asksToBuy, mayRecommend } from "./may-recommend";
import { recommend } from "./recommend";
import { inWords } from "./recommendation-words";

/** Messages of a customer that are looked at beside a conversation. */
const LOOKED_AT = 12;

/** What may help a customer on the help center's home page, from their own orders and what they have read. For customers. */
export async function listOwnRecommendations({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale };
}): Promise<Recommendation[]> {
  const { actor } = requireCustomer(ctx);
  const settings = await getSettings(ctx.db, "recommendations");
  if (!settings.home) return [];
  const { locale } = input;
  const signals = await loadSignals(ctx.db, { customerId: actor.customerId, locale, said: "", now: ctx.now });
  if (!signals) return [];
  return recommend({ ...signals, buying: false }, settings, ctx.now).map((suggestion) => inWords(suggestion, locale));
}

/**
 * What an agent may offer the customer of a conversation, in the customer's language with the reason in the agent's; nothing when it
 * is no moment for it.
 * For staff who may read the conversation. @throws ServiceError not_found.
 */
export async function listRecommendationsBeside({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<Recommendation[]> {
  const { actor } = requirePermission(ctx, "conversations:read");
  const conversation = await loadConversation(ctx.db, actor, input.conversationId);
  const settings = await getSettings(ctx.db, "recommendations");
  const rows = await ctx.db
    .select({ body: messages.body })
    .from(messages)
    .where(and(eq(messages.conversationId, conversation.id), eq(messages.kind, "incoming")))
    .orderBy(desc(messages.seq))
    .limit(LOOKED_AT);
  const said = rows.map(({ body }) => body);
  if (!settings.agents || !mayRecommend(said)) return [];
  const locale = isLocale(conversation.locale) ? conversation.locale : DEFAULT_LOCALE;
  const latest = said[0] ?? "";
  const signals = await loadSignals(ctx.db, {
    customerId: conversation.customerId,
    locale,
    said: said.join("\n"),
    now: ctx.now,
  });
  if (!signals) return [];
  const suggestions = recommend({ ...signals, buying: asksToBuy(latest) }, settings, ctx.now);
  const reader = { side: "staff", locale: isLocale(actor.locale) ? actor.locale : DEFAULT_LOCALE } as const;
  return suggestions.map((suggestion) => inWords(suggestion, locale, reader));
}
