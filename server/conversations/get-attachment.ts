import { and, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import { attachments, conversations, messages } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { readStoredFile } from "@/server/storage/file-store";

/**
 * A file and what it is, for those who may read its message: staff all, customers those of their own conversations that
 * were sent publicly, plus their own not yet sent.
 * @throws ServiceError not_found `attachment_not_found` for everything else.
 */
export async function getAttachment({ ctx, input }: { ctx: ServiceContext; input: { attachmentId: string } }) {
  const { actor } = ctx;
  const mayRead =
    actor.kind === "customer"
      ? and(
          eq(conversations.customerId, actor.customerId),
          or(
            and(isNotNull(messages.id), ne(messages.kind, "note"), ne(messages.kind, "whisper")),
            and(sql`${attachments.messageId} is null`, eq(attachments.uploaderId, actor.customerId)),
          ),
        )
      : sql`${actor.kind === "staff" && actor.role !== "editor"}`;
  const [row] = await ctx.db
    .select({ name: attachments.name, type: attachments.type, storageKey: attachments.storageKey })
    .from(attachments)
    .innerJoin(conversations, eq(conversations.id, attachments.conversationId))
    .leftJoin(messages, eq(messages.id, attachments.messageId))
    .where(and(eq(attachments.id, input.attachmentId), mayRead));
  if (!row) throw notFound("attachment_not_found");
  return { name: row.name, type: row.type, bytes: await readStoredFile(row.storageKey) };
}
