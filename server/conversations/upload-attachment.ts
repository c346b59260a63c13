import { createHash } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { attachments } from "@/db/schema";
import type { AttachmentView } from "@/lib/contracts/conversations";
import { newId } from "@/lib/ids";
import { actorId, requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { acceptFile } from "@/server/storage/accept-file";
import { safeFileName } from "@/server/storage/file-name";
import { deleteStoredFile, storeFile } from "@/server/storage/file-store";
import { loadConversation } from "./load-conversation";

/** So many files may wait for their message; more is a flood. */
const UNSENT_LIMIT = 20;

/**
 * Keeps a file for a message of this conversation that is still to be sent. It belongs to its uploader until then.
 * @throws ServiceError not_found; too_large; unsupported; conflict `too_many_unsent_files`.
 */
export async function uploadAttachment({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; name: string; bytes: Uint8Array };
}): Promise<AttachmentView> {
  if (ctx.actor.kind === "staff") requirePermission(ctx, "conversations:reply");
  const conversation = await loadConversation(ctx.db, ctx.actor, input.conversationId);
  const uploaderId = actorId(ctx.actor) ?? "";
  const [unsent] = await ctx.db
    .select({ files: count() })
    .from(attachments)
    .where(and(eq(attachments.conversationId, conversation.id), isNull(attachments.messageId)));
  if ((unsent?.files ?? 0) >= UNSENT_LIMIT) throw conflict("too_many_unsent_files");
  const { type, bytes } = await acceptFile(input.bytes);
  const id = newId("attachment");
  const name = safeFileName(input.name);
  await storeFile(id, bytes);
  try {
    await ctx.db.insert(attachments).values({
      id,
      conversationId: conversation.id,
      uploaderType: ctx.actor.kind === "customer" ? "customer" : "agent",
      uploaderId,
      name,
      type,
      bytes: bytes.byteLength,
      storageKey: id,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      createdAt: ctx.now,
    });
  } catch (error) {
    await deleteStoredFile(id);
    throw error;
  }
  return { id, name, type, bytes: bytes.byteLength, url: `/api/v1/attachments/${id}` };
}
