import { eq } from "drizzle-orm";
import { assistantRules } from "@/db/schema";
import type { AssistantRuleInput } from "@/lib/contracts/assistant-rules";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { violatedConstraint, withTransaction } from "@/server/transaction";

/**
 * Writes a rule, a new one without an id; the next answer keeps to it.
 * @throws ServiceError not_found `rule_not_found`, `article_not_found`.
 */
export async function saveRule({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: AssistantRuleInput;
}): Promise<{ id: string }> {
  requirePermission(ctx, "settings:manage");
  const { id, ...values } = input;
  try {
    return await withTransaction(ctx, async (tx) => {
      const [row] = id
        ? await tx.update(assistantRules).set(values).where(eq(assistantRules.id, id)).returning()
        : await tx.insert(assistantRules).values(values).returning();
      if (!row) throw notFound("rule_not_found");
      await emitEvent(tx, ctx, { name: "settings.changed", entityId: `rule:${row.id}` });
      return { id: row.id };
    });
  } catch (error) {
    if (violatedConstraint(error)?.includes("article_id")) throw notFound("article_not_found");
    throw error;
  }
}

/** Deletes a rule; deleting it again changes nothing. */
export async function deleteRule({ ctx, input }: { ctx: ServiceContext; input: { id: string } }): Promise<void> {
  requirePermission(ctx, "settings:manage");
  await withTransaction(ctx, async (tx) => {
    const [row] = await tx.delete(assistantRules).where(eq(assistantRules.id, input.id)).returning();
    if (row) await emitEvent(tx, ctx, { name: "settings.changed", entityId: `rule:${row.id}` });
  });
}
