import { and, count, desc, eq, ne } from "drizzle-orm";
import { conversations, customers, messages, ratings, resolutions, staff } from "@/db/schema";
import { feelingOf } from "@/server/assistant/feelings/feeling-of";
import { type Manner, mannersFor } from "@/server/assistant/manner";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { translator } from "@/server/i18n/translator";
import { type ConversationRow, loadConversation } from "./load-conversation";

/** Words to begin with, in the customer's language, and what about the customer they go by. */
export type OpeningWords = { text: string; because: Manner[] };

async function loadProfile(ctx: ServiceContext, { id, customerId }: ConversationRow) {
  const [[customer], [said], [rated], [earlier]] = await Promise.all([
    ctx.db.select({ name: customers.name, tier: customers.tier }).from(customers).where(eq(customers.id, customerId)),
    ctx.db
      .select({ text: messages.body })
      .from(messages)
      .where(and(eq(messages.conversationId, id), eq(messages.kind, "incoming")))
      .orderBy(desc(messages.seq))
      .limit(1),
    ctx.db
      .select({ score: ratings.score })
      .from(ratings)
      .innerJoin(resolutions, eq(resolutions.id, ratings.resolutionId))
      .innerJoin(conversations, eq(conversations.id, resolutions.conversationId))
      .where(eq(conversations.customerId, customerId))
      .orderBy(desc(ratings.createdAt))
      .limit(1),
    ctx.db
      .select({ n: count() })
      .from(conversations)
      .where(and(eq(conversations.customerId, customerId), ne(conversations.id, id))),
  ]);
  return {
    name: customer?.name ?? null,
    tier: customer?.tier ?? ("basic" as const),
    feeling: feelingOf(said?.text ?? ""),
    lastScore: rated?.score ?? null,
    isNew: earlier?.n === 0,
  };
}

async function publicName(ctx: ServiceContext<StaffActor>): Promise<string> {
  const [row] = await ctx.db.select({ name: staff.publicName }).from(staff).where(eq(staff.id, ctx.actor.staffId));
  return row?.name ?? "";
}

/**
 * Words for an agent to begin with: a greeting by name, and what the customer's level, history and mood call for.
 * @throws ServiceError not_found `conversation_not_found`.
 */
export async function getOpeningWords({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<OpeningWords> {
  const agent = requirePermission(ctx, "conversations:read");
  const conversation = await loadConversation(agent.db, agent.actor, input.conversationId);
  const [profile, name] = await Promise.all([loadProfile(agent, conversation), publicName(agent)]);
  const words = await translator(conversation.locale, "conversations");
  const because = mannersFor(profile);
  const greeting = profile.name
    ? words("opening.greet", { name: profile.name, agent: name })
    : words("opening.greetUnnamed", { agent: name });
  const sentences = [greeting, ...because.map((manner) => words(`opening.say.${manner}`))];
  return { text: sentences.join(conversation.locale === "zh" ? "" : " "), because };
}
