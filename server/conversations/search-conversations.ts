import { sql } from "drizzle-orm";
import { requirePermission, type ServiceContext } from "@/server/context";
import { type ConversationSummary, selectSummaries } from "./list-conversations";

const FOUND = 6;

/**
 * Conversations whose number is asked for, or whose customer's name or latest line holds the text, newest first; at most
 * a handful. Empty text finds nothing.
 */
export async function searchConversations({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { text: string };
}): Promise<ConversationSummary[]> {
  const agent = requirePermission(ctx, "conversations:read");
  const text = input.text.normalize("NFKC").trim();
  if (text === "") return [];
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const named = sql`(cu.name ilike ${pattern} or c.preview ilike ${pattern})`;
  const found = await selectSummaries(
    agent,
    number ? sql`(c.number = ${Number(number)} or ${named})` : named,
    sql`c.id desc`,
  );
  return found.slice(0, FOUND);
}
